#pragma once

#include "base/result.hpp"
#include "base/table.hpp"
#include "exchange/content.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace phusa
{

// One row of a sheet that has something in it.
//
// `number` is the one that the program of the office shows beside it, from 1. Cells stand at their columns, the empty
// ones at the end left out. A merged area has its value in each of its cells: people mean it for all of them. Numbers
// that look like days of the calendar are Dates; text stays text, so that an identity number keeps its zeros.
struct SheetRow {
    std::uint32_t number = 0;
    bool hidden = false;
    std::vector<Cell> cells;
};

struct SheetName {
    std::string name;
    bool hidden = false;
};

// A spreadsheet as somebody sent it: .xlsx, or .csv as one sheet without a name.
//
// Bounded against what is meant to harm (limits.hpp): unpacked size, rows, columns. The Problem says what to do. For
// one thread at a time.
class Workbook
{
public:
    // The content decides what it is, not the name. Old .xls and .ods are refused with advice.
    static Result<Workbook> open(Content content);

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    const std::vector<SheetName>& sheets() const;
    // Hands out the rows from top to bottom, in memory that does not grow with their number; stops where `take` says
    // false. `sheet` is an index of sheets().
    Result<void> read(std::size_t sheet, const std::function<bool(SheetRow&&)>& take) const;

    struct Format; // how one kind of file is read; exchange/spreadsheet only
    explicit Workbook(std::unique_ptr<Format> format);

private:
    std::unique_ptr<Format> format_;
};

// "A", "Z", "AA": how a column is called; `index` from 0.
std::string column_letters(std::size_t index);

} // namespace phusa
