#pragma once

#include "stats/cell.hpp"
#include "stats/grouping.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

// How many rows fall into each combination of groups: a table of two, three or more sides, dense, the last side
// running fastest. Without any side it has one cell, the total.
struct Pivot {
    using Cell = stats::Cell;

    std::vector<std::uint32_t> sizes; // groups of each side
    std::vector<Cell> cells;
};

enum class Ages : bool { left_out, asked };

// As many cells as a pivot can have; who asks for more is refused before.
inline constexpr std::uint64_t pivot_cells_max = 500'000;

// From what is summed up beforehand where that says it (roll_up.hpp); else one pass over the rows of the slice, in two
// threads where there are many. Rows that fall into no group of a side or of a filter are in no cell. Ages are left 0
// unless asked for. The columns must be sorted.
Pivot pivot(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
            std::span<const Grouping> filters, Ages ages = Ages::left_out);

} // namespace phusa::stats
