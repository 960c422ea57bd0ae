#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phusa::web
{

bool equal_ignoring_case(std::string_view a, std::string_view b); // ASCII, as header names are compared
std::string ascii_lower(std::string_view text);
std::string_view trimmed(std::string_view text); // without spaces and tabs at both ends

// The value of `; name=value` or `; name="value"` in a header such as Content-Disposition. \" and \\ are undone.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);
// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);
// Whether Accept-Encoding allows `coding`: named (or *) and not with q=0.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

} // namespace phusa::web
