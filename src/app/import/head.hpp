#pragma once

#include "app/import/kind.hpp"
#include "base/result.hpp"
#include "exchange/spreadsheet/workbook.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// How a column of a sheet was given its meaning.
enum class Recognised : std::uint8_t {
    not_at_all,
    by_head,    // a head that is known
    misspelt,   // nearly one
    remembered, // chosen by hand for these heads before
    by_hand,
    left_out, // by hand: not to be read
};

struct SheetColumn {
    std::size_t index = 0;             // in the sheet, from 0
    std::string head;                  // as it stands there; two rows joined by " - "
    std::optional<std::size_t> column; // in columns_of(kind)
    Recognised recognised = Recognised::not_at_all;
};

// Where the heads of a sheet are and what its columns mean.
struct SheetHead {
    std::uint32_t first_row = 0; // as the sheet numbers it
    std::uint32_t last_row = 0;
    std::vector<SheetColumn> columns; // those with a head or with values
};

// What heads are compared by: folded, without marks, stars, remarks in brackets and numbers at the end.
std::string plain_head(std::string_view head);

// The letters that must be changed, put in, left out or exchanged with their neighbour to make one text of the other;
// `limit`, at most 2, + 1 where it is more.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit);

// What a head means; nullopt where nothing is near enough or two things are equally near.
struct HeadMeaning {
    std::size_t column = 0;
    bool misspelt = false;
};
std::optional<HeadMeaning> meaning_of(std::string_view head, std::span<const ImportColumn> columns);

// Finds the heads among the first rows of a sheet: titles above them are passed over, heads in two rows are joined.
// The Problem says what a sheet needs where there are none.
Result<SheetHead> find_head(std::span<const SheetRow> first_rows, std::span<const ImportColumn> columns);

// Whether a row below the heads only numbers the columns: "1 | 2 | 3", "(1) | (2)".
bool numbers_columns(const SheetRow& row);

// Empty, or only spaces.
bool is_blank(const Cell& cell);

// What somebody would see in the cell.
std::string text_of(const Cell& cell);

} // namespace phusa
