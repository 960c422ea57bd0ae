#include "stats/row_range.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace phusa::stats
{

DayRange days_of(const Period& period)
{
    constexpr int most = std::numeric_limits<std::uint16_t>::max();
    int first = period.first.days_since_1900();
    int last = period.last.days_since_1900();
    if (last < 0 || first > most)
        return {};
    return {static_cast<std::uint16_t>(std::max(first, 0)), static_cast<std::uint16_t>(std::min(last, most))};
}

RowRange row_range(const Columns& columns, PositionRange range)
{
    assert(columns.is_sorted());
    auto positions = columns.positions();
    auto first = std::ranges::lower_bound(positions, range.first);
    auto end = std::lower_bound(first, positions.end(), range.end);
    return {static_cast<std::size_t>(first - positions.begin()), static_cast<std::size_t>(end - positions.begin())};
}

} // namespace phusa::stats
