#include "stats/grouping.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t codes_max = 256;

// Gives the values from `first` up to, not including, `end` to a group.
void give(Grouping& grouping, std::uint32_t first, std::uint32_t end, std::uint32_t group)
{
    if (grouping.group_of.size() < end - grouping.first)
        grouping.group_of.resize(end - grouping.first, Grouping::none);
    std::fill(grouping.group_of.begin() + (first - grouping.first), grouping.group_of.begin() + (end - grouping.first),
              group);
}

} // namespace

Grouping group_by_values(const Dimension& dimension, std::size_t index)
{
    Grouping grouping{.by = Grouping::By::code,
                      .dimension = index,
                      .group_of = std::vector<std::uint32_t>(codes_max, Grouping::none)};
    for (const auto& value : dimension.values)
        grouping.group_of[value.code] = grouping.groups++;
    return grouping;
}

Grouping group_by_days(std::span<const Period> periods)
{
    Grouping grouping{.by = Grouping::By::day, .group_of = {}};
    std::vector<DayRange> days;
    for (const auto& period : periods)
        days.push_back(days_of(period));
    if (!days.empty())
        grouping.first = std::ranges::min(days, {}, &DayRange::first).first;
    for (auto each : days) {
        if (each.first <= each.last)
            give(grouping, each.first, each.last + 1U, grouping.groups);
        ++grouping.groups;
    }
    return grouping;
}

Grouping group_by_ages(std::span<const AgeBand> bands)
{
    Grouping grouping{.by = Grouping::By::age, .group_of = {}};
    for (auto band : bands)
        give(grouping, band.from_months, band.until_months, grouping.groups++);
    return grouping;
}

Grouping group_by_positions(std::span<const std::vector<PositionRange>> sets)
{
    Grouping grouping{.by = Grouping::By::position, .group_of = {}};
    auto first = Grouping::none;
    for (const auto& set : sets)
        for (auto range : set)
            first = std::min(first, range.first);
    grouping.first = first == Grouping::none ? 0 : first;
    for (const auto& set : sets) {
        for (auto range : set)
            give(grouping, range.first, range.end, grouping.groups);
        ++grouping.groups;
    }
    return grouping;
}

Grouping only_codes(std::size_t dimension, const std::bitset<256>& accepted)
{
    Grouping grouping{.by = Grouping::By::code,
                      .dimension = dimension,
                      .group_of = std::vector<std::uint32_t>(codes_max, Grouping::none),
                      .groups = 1};
    for (std::size_t code = 0; code < codes_max; ++code)
        if (accepted.test(code))
            grouping.group_of[code] = 0;
    return grouping;
}

std::vector<Grouping> only(const Indicator& indicator)
{
    std::vector<Grouping> all;
    for (const auto& term : indicator.codes)
        all.push_back(only_codes(term.dimension, term.accepted));
    if (indicator.asks_age()) {
        AgeBand band{std::max<std::uint16_t>(indicator.age_from_months, 1), indicator.age_until_months};
        all.push_back(group_by_ages({&band, 1}));
    }
    return all;
}

Grouping only_groups(Grouping grouping, std::span<const std::uint32_t> groups)
{
    for (auto& group : grouping.group_of)
        group = std::ranges::find(groups, group) == groups.end() ? Grouping::none : 0;
    grouping.groups = 1;
    return grouping;
}

} // namespace phusa::stats
