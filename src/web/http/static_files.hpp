#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace phusa::web
{

// The bundled styles, scripts, icons and fonts, under /assets/. A name that carries the hash of its content is kept by
// browsers for good; others are asked for again by ETag. Compressed copies beside a file (.br, .gz) are sent to who
// accepts them.
class StaticFiles
{
public:
    using Lookup = std::function<std::optional<std::string_view>(std::string_view path)>;

    // Reads assets/manifest.json (logical name -> name with hash). Throws std::runtime_error where it is broken.
    explicit StaticFiles(Lookup lookup);

    // "app.css" -> "/assets/app-AB12.css". Throws std::runtime_error for a name that was not bundled.
    std::string path(std::string_view name) const;
    // The answer to a GET or HEAD of /assets/…, /favicon.ico, /robots.txt; nullopt for any other request.
    std::optional<Response> answer(const Request& request) const;

private:
    std::optional<Response> file(const Request& request, std::string_view name) const;

    Lookup lookup_;
    std::map<std::string, std::string, std::less<>> manifest_;
    std::map<std::string, std::string, std::less<>> hashed_names_; // name with hash -> logical name
};

// What this program carries.
const StaticFiles& embedded_static_files();
// For pages: asset_path("app.css").
inline std::string asset_path(std::string_view name) { return embedded_static_files().path(name); }

} // namespace phusa::web
