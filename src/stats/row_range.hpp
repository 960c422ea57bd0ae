#pragma once

#include "base/date.hpp"
#include "stats/columns.hpp"
#include "stats/day_range.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace phusa::stats
{

// Positions from `first` up to, not including, `end`: a unit and all that is below it.
struct PositionRange {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

// Which rows are asked about: what lies in the positions and on the days of the period.
struct Slice {
    PositionRange positions;
    Period days;
};

// Rows from `first` up to, not including, `end`.
struct RowRange {
    std::size_t first = 0;
    std::size_t end = 0;
};
// The columns must be sorted.
RowRange row_range(const Columns& columns, PositionRange range);

// The rows of the slice, in their order.
std::vector<std::uint32_t> rows_in(const Columns& columns, const Slice& slice);

} // namespace phusa::stats
