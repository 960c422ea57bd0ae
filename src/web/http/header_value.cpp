#include "web/http/header_value.hpp"

#include <algorithm>

namespace phusa::web
{

namespace
{

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Reads a token or a quoted string at the start of `text` and removes it.
std::string take_value(std::string_view& text)
{
    std::string value;
    if (!text.starts_with('"')) {
        auto end = std::min(text.find(';'), text.size());
        value = trimmed(text.substr(0, end));
        text.remove_prefix(end);
        return value;
    }
    std::size_t i = 1;
    for (; i < text.size() && text[i] != '"'; ++i) {
        // Browsers escape a quote as %22 and leave backslashes alone, so only \" and \\ are undone.
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
            ++i;
        value += text[i];
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return value;
}

bool has_zero_weight(std::string_view item)
{
    auto weight = header_parameter(item, "q");
    return weight && weight->find_first_not_of("0.") == std::string::npos;
}

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string ascii_lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<std::string> header_parameter(std::string_view header, std::string_view name)
{
    auto semicolon = header.find(';');
    while (semicolon != std::string_view::npos) {
        header.remove_prefix(semicolon + 1);
        auto end = header.find_first_of("=;");
        if (end == std::string_view::npos)
            return std::nullopt;
        semicolon = end;
        if (header[end] == ';')
            continue;
        auto key = trimmed(header.substr(0, end));
        header.remove_prefix(end + 1);
        header.remove_prefix(std::min(header.find_first_not_of(" \t"), header.size()));
        auto value = take_value(header);
        if (equal_ignoring_case(key, name))
            return value;
        semicolon = header.find(';');
    }
    return std::nullopt;
}

std::string media_type(std::string_view content_type)
{
    return ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding)
{
    bool any = false;
    while (!accept_encoding.empty()) {
        auto end = std::min(accept_encoding.find(','), accept_encoding.size());
        auto item = accept_encoding.substr(0, end);
        auto name = trimmed(item.substr(0, item.find(';')));
        if (equal_ignoring_case(name, coding))
            return !has_zero_weight(item);
        any = any || (name == "*" && !has_zero_weight(item));
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    }
    return any;
}

} // namespace phusa::web
