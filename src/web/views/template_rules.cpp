#include "web/views/template_rules.hpp"

#include "web/http/header_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace phusa::web
{

namespace
{

bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
           c == '_';
}

// Reads a mustache file as HTML, as far as its rules need.
class Reader
{
public:
    Reader(std::string_view name, std::string_view text) : name_(name), text_(text) {}

    void read()
    {
        while (at_ < text_.size()) {
            if (rest().starts_with("<!--"))
                skip_past("-->");
            else if (rest().starts_with("{{"))
                read_mustache();
            else if (text_[at_] == '<' && at_ + 1 < text_.size() && is_name_character(text_[at_ + 1]))
                read_element();
            else
                ++at_;
        }
    }

private:
    std::string_view rest() const { return text_.substr(at_); }

    [[noreturn]] void refuse(std::string_view why) const
    {
        auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
        throw std::runtime_error(fmt::format("src/web/{}.mustache:{}: {}", name_, line, why));
    }

    void skip_past(std::string_view end)
    {
        auto found = text_.find(end, at_);
        if (found == std::string_view::npos)
            refuse(fmt::format("not closed by {}", end));
        at_ = found + end.size();
    }

    std::string_view take_name()
    {
        auto begin = at_;
        while (at_ < text_.size() && is_name_character(text_[at_]))
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    void read_mustache()
    {
        auto tag = rest();
        if (tag.starts_with("{{="))
            refuse("delimiters stay {{ }}");
        if (tag.starts_with("{{{") || tag.starts_with("{{&")) {
            auto value = tag.substr(3, std::min(tag.find('}'), tag.size()) - 3);
            value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
            value = value.substr(0, value.find_last_not_of(' ') + 1);
            if (value != "body" && !value.ends_with("_html"))
                refuse(fmt::format("{} may not be put in raw", value));
            skip_past(tag.starts_with("{{{") ? "}}}" : "}}");
            return;
        }
        skip_past("}}");
    }

    void read_element()
    {
        ++at_;
        auto element = ascii_lower(take_name());
        if (element == "style")
            refuse("no inline style: it belongs into assets/");
        bool has_src = false;
        while (at_ < text_.size() && text_[at_] != '>') {
            if (rest().starts_with("{{"))
                read_mustache();
            else if (is_name_character(text_[at_]))
                has_src = read_attribute() == "src" || has_src;
            else
                ++at_;
        }
        if (element == "script" && !has_src)
            refuse("no inline script: it belongs into assets/");
    }

    std::string read_attribute()
    {
        auto attribute = ascii_lower(take_name());
        if (attribute == "style" || attribute.starts_with("on") || attribute.starts_with("hx-on"))
            refuse(fmt::format("the attribute {} is stopped by the Content-Security-Policy", attribute));
        auto begin = at_;
        at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size());
        if (at_ == text_.size() || text_[at_] != '=') {
            at_ = begin;
            return attribute;
        }
        at_ = std::min(text_.find_first_not_of(" \t\n", at_ + 1), text_.size());
        auto address = ascii_lower(rest().substr(0, 16));
        if (address.find("javascript:") <= 1)
            refuse("no javascript: addresses");
        if (rest().starts_with("{{"))
            refuse(fmt::format("the value of {} needs quotes", attribute));
        if (rest().starts_with('"') || rest().starts_with('\''))
            read_quoted();
        return attribute;
    }

    void read_quoted()
    {
        auto quote = text_[at_++];
        while (at_ < text_.size() && text_[at_] != quote) {
            if (rest().starts_with("{{"))
                read_mustache();
            else
                ++at_;
        }
        if (at_ == text_.size())
            refuse("an attribute is not closed");
        ++at_;
    }

    std::string_view name_;
    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

void check_template_rules(std::string_view name, std::string_view text) { Reader(name, text).read(); }

} // namespace phusa::web
