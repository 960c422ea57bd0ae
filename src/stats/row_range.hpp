#pragma once

#include "base/date.hpp"
#include "stats/columns.hpp"

#include <cstddef>
#include <cstdint>

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

// Days as columns hold them, both ends included; none where the last is before the first.
struct DayRange {
    std::uint16_t first = 1;
    std::uint16_t last = 0;
};
// Columns hold days in 16 bits; what lies outside them holds no rows.
DayRange days_of(const Period& period);

// Rows from `first` up to, not including, `end`.
struct RowRange {
    std::size_t first = 0;
    std::size_t end = 0;
};
// The columns must be sorted.
RowRange row_range(const Columns& columns, PositionRange range);

} // namespace phusa::stats
