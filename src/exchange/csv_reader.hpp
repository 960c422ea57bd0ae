#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A CSV file as rows of texts, by RFC 4180: quotes, doubled quotes, line breaks within quotes, CRLF or LF, a BOM at the
// start. The separator is comma, semicolon or tab, whichever the first line has most of outside quotes. Empty lines
// are left out. The Problem names the line where a quote is never closed or the text is not UTF-8.
Result<std::vector<std::vector<std::string>>> read_csv(std::string_view text);

} // namespace phusa
