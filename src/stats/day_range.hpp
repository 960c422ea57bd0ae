#pragma once

#include "base/date.hpp"

#include <cstdint>

namespace phusa::stats
{

// Days as columns hold them, both ends included; none where the last is before the first.
struct DayRange {
    std::uint16_t first = 1;
    std::uint16_t last = 0;

    bool is_empty() const { return last < first; }
};
// Columns hold days in 16 bits; what lies outside them holds no rows.
DayRange days_of(const Period& period);

Date date_of(std::uint16_t day);

// The days that are in both.
DayRange common(DayRange a, DayRange b);

} // namespace phusa::stats
