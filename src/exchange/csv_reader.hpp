#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What is done with one row: `row` counts as a spreadsheet program does, from 1, empty ones included. False stops.
using TakeCsvRow = std::function<bool(std::uint32_t row, std::vector<std::string>&& fields)>;

// Reads a CSV file by RFC 4180: quotes, doubled quotes, line breaks within quotes, CRLF or LF, a BOM at the start. The
// separator is comma, semicolon or tab, whichever the first line has most of outside quotes. Empty rows are not handed
// out. The Problem names the row where a quote is never closed, or says that the text is not UTF-8.
Result<void> read_csv(std::string_view text, const TakeCsvRow& take);

} // namespace phusa
