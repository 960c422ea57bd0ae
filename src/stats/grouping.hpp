#pragma once

#include "stats/indicator.hpp"
#include "stats/row_range.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace phusa::stats
{

// Ages in full calendar months, from included, until excluded. 0 is an unknown age.
struct AgeBand {
    std::uint16_t from_months = 0;
    std::uint16_t until_months = 0;
};

// Into which of a number of groups each row falls, by one of its columns. A row that falls into none is not counted,
// so that a grouping with one group is a filter.
struct Grouping {
    enum class By : std::uint8_t { code, day, age, position };
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();

    By by = By::code;
    std::size_t dimension = 0;           // of By::code
    std::uint32_t first = 0;             // the value of the column that group_of[0] is about
    std::vector<std::uint32_t> group_of; // by value, `none` where it is in no group; what lies beyond is in none
    std::uint32_t groups = 0;
};

// One group for each value of the dimension, in their order.
Grouping group_by_values(const Dimension& dimension, std::size_t index);
// One group for each period; they do not overlap.
Grouping group_by_days(std::span<const Period> periods);
Grouping group_by_ages(std::span<const AgeBand> bands);
// One group for each set of ranges; none of them overlap.
Grouping group_by_positions(std::span<const std::vector<PositionRange>> sets);

// The rows whose code is among those.
Grouping only_codes(std::size_t dimension, const std::bitset<256>& accepted);
// The rows for which an indicator says yes.
std::vector<Grouping> only(const Indicator& indicator);
// All that fall into one of these groups.
Grouping only_groups(Grouping grouping, std::span<const std::uint32_t> groups);

} // namespace phusa::stats
