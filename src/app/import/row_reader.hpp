#pragma once

#include "app/import/head.hpp"
#include "app/import/remark.hpp"
#include "base/date.hpp"
#include "exchange/spreadsheet/workbook.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace phusa
{

// What a whole import says of its rows.
struct ImportRemarks {
    std::vector<ImportRemark> errors;
    std::vector<ImportRemark> warnings;

    void append(ImportRemarks&& others)
    {
        std::ranges::move(others.errors, std::back_inserter(errors));
        std::ranges::move(others.warnings, std::back_inserter(warnings));
    }
};

// Where the columns of a kind stand in one sheet, and what was read of its codes before: offices repeat themselves.
class SheetLayout
{
public:
    SheetLayout(std::span<const ImportColumn> columns, const SheetHead& head);

    std::span<const ImportColumn> columns() const { return columns_; }
    // The column with this key; there is one.
    std::size_t column(std::string_view key) const;
    std::optional<std::size_t> find(std::string_view key) const;
    bool is_there(std::size_t column) const { return places_[column].has_value(); }
    std::optional<std::size_t> place(std::size_t column) const { return places_[column]; }
    // As it stands in the sheet, else as we would write it.
    const std::string& head(std::size_t column) const { return heads_[column]; }
    // The columns whose text is a part of this one's.
    const std::vector<std::size_t>& parts(std::size_t column) const { return parts_[column]; }

    // By key, title or a common short form; nullopt where it is none of them.
    std::optional<std::uint8_t> code(std::size_t column, const std::string& text);

private:
    std::span<const ImportColumn> columns_;
    std::unordered_map<std::string_view, std::size_t> indexes_; // by key
    std::vector<std::optional<std::size_t>> places_;
    std::vector<std::string> heads_;
    std::vector<std::vector<std::size_t>> parts_;
    std::vector<std::unordered_map<std::string, std::optional<std::uint8_t>>> codes_;
};

// Reads the cells of one row by what their columns mean; says what is wrong with them. A value that cannot be read is
// absent, and the row is bad.
class RowReader
{
public:
    RowReader(SheetLayout& layout, const SheetRow& row, ImportRemarks& remarks)
        : layout_(layout), row_(row), remarks_(remarks)
    {
    }

    std::uint32_t number() const { return row_.number; }
    bool is_bad() const { return bad_; }
    // Something stands in the cell.
    bool is_given(std::size_t column) const { return !is_blank(cell(column)); }
    const SheetLayout& layout() const { return layout_; }

    // One line; parts joined where the column itself is empty.
    std::string text(std::size_t column);
    std::string name(std::size_t column);
    // Digits as they stand, or empty. What a sheet has made of a number is pointed out.
    std::string digits(std::size_t column);
    std::string identity(std::size_t column);
    std::optional<PartialDate> date(std::size_t column);
    // Where only a month or a year stands: its first day, with a warning.
    std::optional<Date> day(std::size_t column);
    std::optional<std::uint8_t> code(std::size_t column);
    std::optional<bool> yes_no(std::size_t column);
    std::optional<int> count(std::size_t column);

    // A required column without a value.
    void missing(std::size_t column);
    void wrong(std::size_t column, std::string message);
    void warn(std::size_t column, std::string message);
    // What the domain says of a field of this row.
    void wrong(const Problem& problem);

private:
    const Cell& cell(std::size_t column) const;
    ImportRemark remark(std::size_t column, std::string message) const;

    SheetLayout& layout_;
    const SheetRow& row_;
    ImportRemarks& remarks_;
    bool bad_ = false;
};

} // namespace phusa
