#pragma once

#include "base/table.hpp"

#include <span>
#include <string>

namespace phusa
{

// A Table as CSV for Excel and LibreOffice: UTF-8 with BOM, comma, CRLF (RFC 4180); the first row has the titles.
// Dates as dd/mm/yyyy, numbers plain, so that they are read back as numbers.
//
// Text that a spreadsheet would run as a formula (begins with = + - @ tab) gets a leading apostrophe.
std::string csv_head(const Table& table);
std::string csv_row(const Table& table, std::span<const Cell> row);
std::string csv(const Table& table);

} // namespace phusa
