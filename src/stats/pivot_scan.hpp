#pragma once

#include "stats/columns.hpp"
#include "stats/pivot.hpp"
#include "stats/pivot_side.hpp"
#include "stats/row_range.hpp"

#include <cstdint>
#include <span>
#include <thread>
#include <vector>

// Counting a pivot row by row, for pivot*.cpp only.
namespace phusa::stats
{

// Adds the rows to the cells in which they fall.
void scan(const Columns& columns, RowRange rows, const std::vector<PivotSide>& sides, Ages ages,
          std::vector<Cell>& cells);
void scan(const Columns& columns, std::span<const std::uint32_t> rows, const std::vector<PivotSide>& sides, Ages ages,
          std::vector<Cell>& cells);

// Calls `first` on the rows, or on one half of them and `second` on the other in a thread of its own where they are
// many.
template<typename First, typename Second>
void in_threads(RowRange rows, First&& first, Second&& second)
{
    constexpr std::size_t rows_worth_a_thread = 500'000;
    if (rows.end - rows.first < 2 * rows_worth_a_thread)
        return first(rows);
    auto middle = rows.first + (rows.end - rows.first) / 2;
    std::jthread other([&] { second(RowRange{middle, rows.end}); });
    first(RowRange{rows.first, middle});
}

} // namespace phusa::stats
