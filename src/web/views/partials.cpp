#include "web/views/partials.hpp"

#include "web/views/template_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace phusa::web
{

namespace
{

std::string_view without_spaces(std::string_view text)
{
    auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// HTML reads a run of spaces as one, and each space is a token to the mustache library.
std::string without_indentation(std::string_view text)
{
    if (text.contains("<pre") || text.contains("<textarea"))
        return std::string(text);
    std::string result;
    while (!text.empty()) {
        auto end = std::min(text.find('\n'), text.size());
        auto line = without_spaces(text.substr(0, end));
        if (!line.empty()) {
            result += line;
            if (end < text.size())
                result += '\n';
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

class Composer
{
public:
    explicit Composer(const Templates::Source& source) : source_(source) {}

    std::string text_of(std::string_view name)
    {
        auto text = source_(name);
        if (!text)
            throw std::runtime_error(fmt::format("there is no template src/web/{}.mustache{}", name, asked_by()));
        check_template_rules(name, *text);
        open_.emplace_back(name);
        auto composed = with_partials(without_indentation(*text));
        open_.pop_back();
        return composed;
    }

    std::map<std::string, std::string, std::less<>> recursive;

private:
    std::string asked_by() const
    {
        return open_.empty() ? "" : fmt::format(", which src/web/{}.mustache asks for", open_.back());
    }

    std::string with_partials(std::string_view text)
    {
        std::string result;
        for (auto tag = text.find("{{>"); tag != std::string_view::npos; tag = text.find("{{>")) {
            auto end = text.find("}}", tag);
            if (end == std::string_view::npos)
                throw std::runtime_error(fmt::format("src/web/{}.mustache: {{{{> is not closed", open_.back()));
            result += text.substr(0, tag);
            result += partial(without_spaces(text.substr(tag + 3, end - tag - 3)));
            text.remove_prefix(end + 2);
        }
        result += text;
        return result;
    }

    std::string partial(std::string_view name)
    {
        if (std::ranges::find(open_, name) == open_.end()) {
            auto text = text_of(name);
            if (text.ends_with('\n'))
                text.pop_back();
            return text;
        }
        if (!recursive.contains(name)) {
            recursive.emplace(name, "");
            auto around = std::exchange(open_, {});
            recursive[std::string(name)] = text_of(name);
            open_ = std::move(around);
        }
        return fmt::format("{{{{>{}}}}}", name);
    }

    const Templates::Source& source_;
    std::vector<std::string> open_; // the files that we are inside of
};

} // namespace

Composed compose(std::string_view name, const Templates::Source& source)
{
    Composer composer(source);
    auto text = composer.text_of(name);
    return {.text = std::move(text), .recursive = std::move(composer.recursive)};
}

} // namespace phusa::web
