#include "stats/pivot_side.hpp"

#include <cassert>

namespace phusa::stats
{

namespace
{

PivotSide side_of(const Grouping& grouping, std::uint32_t step, std::uint32_t nowhere)
{
    assert(grouping.by != Grouping::By::code || (grouping.first == 0 && grouping.group_of.size() == 256));
    PivotSide side{.by = grouping.by,
                   .dimension = grouping.dimension,
                   .is_filter = step == 0,
                   .is_range =
                       step == 0 && std::ranges::find(grouping.group_of, Grouping::none) == grouping.group_of.end(),
                   .first = grouping.first,
                   .adds = {}};
    side.adds.reserve(grouping.group_of.size() + 1);
    for (auto group : grouping.group_of)
        side.adds.push_back(group == Grouping::none ? nowhere : group * step);
    side.adds.push_back(nowhere);
    return side;
}

} // namespace

bool has_all_days(const Columns& columns, const Slice& slice)
{
    auto days = days_of(slice.days);
    auto all = columns.day_range();
    return all.is_empty() || (days.first <= all.first && all.last <= days.last);
}

std::optional<std::uint32_t> added(const std::vector<PivotSide>& sides, Grouping::By by, std::uint32_t first,
                                   std::uint32_t last)
{
    std::uint32_t sum = 0;
    for (const auto& side : sides) {
        if (side.by != by)
            continue;
        auto add = side.of(first);
        for (auto value = first; value < last; ++value)
            if (side.of(value + 1) != add)
                return std::nullopt;
        sum += add;
    }
    return sum;
}

std::vector<PivotSide> pivot_sides(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
                                   std::span<const Grouping> filters, std::uint32_t cells)
{
    std::vector<PivotSide> ready;
    for (const auto& filter : filters)
        ready.push_back(side_of(filter, 0, cells));
    if (!has_all_days(columns, slice))
        ready.push_back(side_of(group_by_days({&slice.days, 1}), 0, cells));
    auto step = cells;
    for (const auto& side : sides) {
        step /= std::max(side.groups, 1U);
        ready.push_back(side_of(side, step, cells));
    }
    return ready;
}

} // namespace phusa::stats
