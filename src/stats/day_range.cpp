#include "stats/day_range.hpp"

#include <algorithm>
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

Date date_of(std::uint16_t day) { return Date::of(1900, 1, 1)->plus_days(day); }

DayRange common(DayRange a, DayRange b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

} // namespace phusa::stats
