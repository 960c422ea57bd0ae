#include "stats/row_range.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace phusa::stats
{

namespace
{

constexpr std::size_t bits = 64;

// Branchless: every row is written, and kept only where its day fits.
std::vector<std::uint32_t> walked(const Columns& columns, RowRange range, DayRange days)
{
    const auto* day = columns.days().data();
    std::vector<std::uint32_t> rows(range.end - range.first + 1);
    std::size_t kept = 0;
    for (auto row = range.first; row < range.end; ++row) {
        rows.data()[kept] = static_cast<std::uint32_t>(row);
        kept += static_cast<std::size_t>(days.first <= day[row]) & static_cast<std::size_t>(day[row] <= days.last);
    }
    rows.resize(kept);
    return rows;
}

// A bit for each row of the range brings the rows of the days back into their order, and sorts nothing.
std::vector<std::uint32_t> picked(std::span<const std::uint32_t> on_days, RowRange range)
{
    const auto size = range.end - range.first;
    std::vector<std::uint64_t> marks(size / bits + 1);
    for (auto row : on_days)
        if (row - range.first < size)
            marks[(row - range.first) / bits] |= std::uint64_t{1} << ((row - range.first) % bits);
    std::vector<std::uint32_t> rows;
    rows.reserve(on_days.size());
    for (std::size_t word = 0; word < marks.size(); ++word)
        for (auto left = marks[word]; left != 0; left &= left - 1)
            rows.push_back(static_cast<std::uint32_t>(range.first + word * bits) + std::countr_zero(left));
    return rows;
}

} // namespace

RowRange row_range(const Columns& columns, PositionRange range)
{
    assert(columns.is_sorted());
    auto positions = columns.positions();
    auto first = std::ranges::lower_bound(positions, range.first);
    auto end = std::lower_bound(first, positions.end(), range.end);
    return {static_cast<std::size_t>(first - positions.begin()), static_cast<std::size_t>(end - positions.begin())};
}

std::vector<std::uint32_t> rows_in(const Columns& columns, const Slice& slice)
{
    auto range = row_range(columns, slice.positions);
    auto days = days_of(slice.days);
    auto on_days = columns.rows_on(days);
    if (2 * on_days.size() < range.end - range.first)
        return picked(on_days, range);
    return walked(columns, range, days);
}

} // namespace phusa::stats
