#pragma once

#include "base/result.hpp"
#include "exchange/spreadsheet/workbook.hpp"
#include "exchange/zip_archive.hpp"

#include <string>
#include <vector>

namespace phusa
{

// What the sheets of an .xlsx share (ECMA-376 Part 1, 18.2, 18.4, 18.8).
struct XlsxBook {
    std::vector<SheetName> sheets;
    std::vector<std::string> parts; // of the sheets, "xl/worksheets/sheet1.xml"
    std::vector<std::string> texts; // shared strings; rich text as one, readings left out
    std::vector<bool> date_styles;  // by the number that a cell's `s` has
    bool since_1904 = false;
};

Result<XlsxBook> read_xlsx_book(const ZipArchive& archive);

// Whether a number format shows a day: "dd/mm/yyyy", [$-42A]d "tháng" m; not "0.00", not "h:mm" alone.
bool shows_a_day(std::string_view number_format);

} // namespace phusa
