#include "web/http/static_files.hpp"

#include "base/embedded.hpp"
#include "base/sealing.hpp"
#include "web/http/header_value.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace phusa::web
{

namespace
{

constexpr std::string_view folder = "/assets/";
constexpr std::string_view kept_for_good = "public, max-age=31536000, immutable";
constexpr std::string_view asked_again = "no-cache";

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> content_types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
}};

std::string_view content_type_of(std::string_view name)
{
    auto found = std::ranges::find_if(content_types, [&](const auto& type) { return name.ends_with(type.first); });
    return found == content_types.end() ? "application/octet-stream" : found->second;
}

bool is_hidden(std::string_view name)
{
    return name == "manifest.json" || name.ends_with(".br") || name.ends_with(".gz");
}

bool names_etag(std::string_view if_none_match, std::string_view etag)
{
    return if_none_match == "*" || if_none_match.contains(etag);
}

Response no_search_engines() { return text("User-agent: *\nDisallow: /\n"); }

} // namespace

StaticFiles::StaticFiles(Lookup lookup) : lookup_(std::move(lookup))
{
    auto text = lookup_("assets/manifest.json");
    if (!text)
        throw std::runtime_error("the program was built without assets/manifest.json");
    boost::system::error_code error;
    auto manifest = boost::json::parse({text->data(), text->size()}, error);
    if (error || !manifest.is_object())
        throw std::runtime_error("assets/manifest.json is no JSON object");
    for (const auto& [name, hashed] : manifest.get_object()) {
        if (!hashed.is_string())
            throw std::runtime_error("assets/manifest.json names something else than a file");
        manifest_.emplace(name, hashed.get_string());
        if (manifest_.at(name) != std::string_view(name))
            hashed_names_.emplace(hashed.get_string(), name);
    }
}

std::string StaticFiles::path(std::string_view name) const
{
    auto found = manifest_.find(name);
    if (found == manifest_.end())
        throw std::runtime_error(fmt::format("there is no bundled asset {}", name));
    return fmt::format("{}{}", folder, found->second);
}

std::optional<Response> StaticFiles::answer(const Request& request) const
{
    if (request.method != Method::get && request.method != Method::head)
        return std::nullopt;
    if (request.path == "/robots.txt")
        return no_search_engines();
    if (request.path == "/favicon.ico")
        return file(request, manifest_.contains("favicon.ico") ? manifest_.at("favicon.ico") : "favicon.ico");
    if (request.path.starts_with(folder))
        return file(request, std::string_view(request.path).substr(folder.size()));
    return std::nullopt;
}

std::optional<Response> StaticFiles::file(const Request& request, std::string_view name) const
{
    auto path = fmt::format("assets/{}", name);
    auto bytes = lookup_(path);
    if (!bytes || is_hidden(name))
        return not_found();
    bool is_hashed = hashed_names_.contains(name);
    auto etag = fmt::format("\"{}\"", is_hashed ? std::string(name) : to_hex(sha256(*bytes)).substr(0, 32));
    Response response;
    response.set("ETag", etag);
    response.set("Cache-Control", std::string(is_hashed ? kept_for_good : asked_again));
    if (names_etag(request.header("if-none-match").value_or(""), etag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", std::string(content_type_of(name)));
    response.body = *bytes;
    auto accepted = request.header("accept-encoding").value_or("");
    for (auto [coding, ending] : {std::pair("br", ".br"), std::pair("gzip", ".gz")}) {
        auto packed = lookup_(path + ending);
        if (!packed)
            continue;
        if (!response.header("vary"))
            response.set("Vary", "Accept-Encoding");
        if (!accepts_encoding(accepted, coding))
            continue;
        response.body = *packed;
        response.set("Content-Encoding", coding);
        break;
    }
    return response;
}

const StaticFiles& embedded_static_files()
{
    static const StaticFiles files(embedded_file);
    return files;
}

} // namespace phusa::web
