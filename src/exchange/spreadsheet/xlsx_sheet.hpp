#pragma once

#include "exchange/spreadsheet/merged_areas.hpp"
#include "exchange/spreadsheet/sheet_xml.hpp"
#include "exchange/spreadsheet/xlsx_book.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

Problem damaged_sheet();

// Makes rows of a sheet's XML (ECMA-376 Part 1, 18.3.1).
class SheetRows
{
public:
    SheetRows(const XlsxBook& book, std::vector<MergedArea> merged, const std::function<bool(SheetRow&&)>& take);

    // False where the reader has enough, or problem() says why it stopped.
    bool take(const SheetNames& names, const pugi::xml_node& row);
    // Too many rows or columns, or text that is none.
    const std::optional<Problem>& problem() const { return problem_; }

private:
    struct Merged {
        MergedArea area;
        Cell value;
    };

    bool put_cell(const SheetNames& names, const pugi::xml_node& cell);
    void fill_merged();
    Cell value(std::string_view kind, std::size_t style) const;
    Cell number(std::size_t style) const;

    const XlsxBook& book_;
    const std::function<bool(SheetRow&&)>& take_;
    std::vector<Merged> merged_;
    SheetRow row_;
    std::size_t width_ = 0; // of the row before
    std::size_t column_ = 0;
    std::string text_; // of the cell in hand
    std::optional<Problem> problem_;
};

} // namespace phusa
