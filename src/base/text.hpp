#pragma once

#include <string>
#include <string_view>

namespace phusa
{

// All text that enters is valid UTF-8 in NFC, without control characters but line feeds, and trimmed; runs of
// spaces are one. Invalid bytes become U+FFFD. Tone placing (hoà, hòa) is left as the user wrote it.
std::string clean_text(std::string_view text);

bool is_valid_utf8(std::string_view text);

// For searching: lower case, without marks, đ as d, single spaces: "NGUYỄN  Thị Đào" -> "nguyen thi dao".
std::string fold(std::string_view text);

// For ORDER BY in both databases, as raw bytes: Vietnamese collation of the given name (the last word), then of
// the rest. "Nguyễn Văn An" sorts before "Trần Thị Bình".
std::string name_sort_key(std::string_view full_name);
// Vietnamese collation of the whole text, for names of organisations.
std::string text_sort_key(std::string_view text);

// "NGUYỄN VĂN AN" or "nguyễn văn an" -> "Nguyễn Văn An"; a name in mixed case already is left as it is.
std::string title_case_name(std::string_view name);
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

std::size_t code_points(std::string_view text);
// At most `count` code points, with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t count);

} // namespace phusa
