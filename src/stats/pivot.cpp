#include "stats/pivot.hpp"

#include "stats/code_pairs.hpp"
#include "stats/pivot_blocks.hpp"
#include "stats/pivot_rolled.hpp"
#include "stats/pivot_scan.hpp"
#include "stats/pivot_side.hpp"

#include <algorithm>
#include <cassert>

namespace phusa::stats
{

namespace
{

constexpr std::size_t times_slower_listed = 4; // than rows that follow one another

bool are_code_pairs(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
                    std::span<const Grouping> filters, Ages ages)
{
    auto by_code = [](const Grouping& side) { return side.by == Grouping::By::code; };
    return sides.size() == 2 && std::ranges::all_of(sides, by_code) && filters.empty() && ages == Ages::left_out &&
           has_all_days(columns, slice);
}

void count_pairs(const Columns& columns, RowRange rows, std::span<const Grouping> sides, std::vector<Cell>& cells)
{
    auto outer = columns.codes(sides[0].dimension);
    auto inner = columns.codes(sides[1].dimension);
    auto outer_end = columns.code_end(sides[0].dimension);
    auto inner_end = columns.code_end(sides[1].dimension);
    CodePairs first(outer_end, inner_end);
    CodePairs second(outer_end, inner_end);
    auto add = [&](CodePairs& pairs, RowRange part) {
        auto length = part.end - part.first;
        pairs.add(outer.subspan(part.first, length), inner.subspan(part.first, length));
    };
    in_threads(rows, [&](RowRange part) { add(first, part); }, [&](RowRange part) { add(second, part); });
    for (std::size_t a = 0; a < outer_end; ++a)
        for (std::size_t b = 0; b < inner_end; ++b) {
            auto row = sides[0].group_of[a];
            auto column = sides[1].group_of[b];
            if (row != Grouping::none && column != Grouping::none)
                cells[static_cast<std::size_t>(row) * sides[1].groups + column].count +=
                    first.at(a, b) + second.at(a, b);
        }
}

// Few enough to be made room for.
bool are_fewer_pairs(const Columns& columns, std::span<const Grouping> sides, std::size_t than)
{
    return columns.code_end(sides[0].dimension) * columns.code_end(sides[1].dimension) < than;
}

void count(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
           std::span<const Grouping> filters, Ages ages, std::vector<Cell>& cells)
{
    auto ready = pivot_sides(columns, slice, sides, filters, static_cast<std::uint32_t>(cells.size()));
    if (count_rolled(columns, slice, ready, ages, cells) || count_blocks(columns, slice, ready, ages, cells))
        return;
    auto rows = row_range(columns, slice.positions);
    auto length = rows.end - rows.first;
    if (are_code_pairs(columns, slice, sides, filters, ages) && are_fewer_pairs(columns, sides, length))
        count_pairs(columns, rows, sides, cells);
    else if (columns.rows_on(days_of(slice.days)).size() * times_slower_listed < length)
        scan(columns, rows_in(columns, slice), ready, ages, cells);
    else
        scan(columns, rows, ready, ages, cells);
}

} // namespace

Pivot pivot(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
            std::span<const Grouping> filters, Ages ages)
{
    Pivot result;
    std::uint64_t cells = 1;
    for (const auto& side : sides) {
        result.sizes.push_back(side.groups);
        cells *= side.groups;
    }
    assert(cells <= pivot_cells_max);
    result.cells.resize(cells);
    if (cells != 0)
        count(columns, slice, sides, filters, ages, result.cells);
    return result;
}

} // namespace phusa::stats
