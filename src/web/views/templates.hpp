#pragma once

#include "web/views/view.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

// The mustache files of one source, each parsed once and then shared by all threads.
//
// Partials are put in when a file is read, so that showing a page parses nothing; one that names itself (a tree) is
// the exception. Indentation is dropped, except where a file has <pre> or <textarea>.
class Templates
{
public:
    // The text of src/web/NAME.mustache.
    using Source = std::function<std::optional<std::string>(std::string_view name)>;
    enum class Keep : bool { parsed, nothing }; // nothing: read again for each page, while it is being written

    explicit Templates(Source source, Keep keep = Keep::parsed);
    ~Templates();

    // Throws std::runtime_error where there is no such file or it is broken.
    std::string render(std::string_view name, const View& view);
    void check(const std::vector<std::string>& names);

private:
    struct Parsed;

    std::shared_ptr<const Parsed> find(std::string_view name);

    Source source_;
    Keep keep_;
    std::shared_mutex mutex_;
    std::map<std::string, std::shared_ptr<const Parsed>, std::less<>> parsed_;
};

} // namespace phusa::web
