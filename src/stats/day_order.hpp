#pragma once

#include "stats/day_range.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

// Rows by their days: what lies on the days of a period is one run of them. Four bytes a row, and four for each day
// from the first to the last.
class DayOrder
{
public:
    DayOrder() = default;
    // `days[row]` is the day of a row.
    explicit DayOrder(std::span<const std::uint16_t> days);

    // By day; those of one day in their order.
    std::span<const std::uint32_t> rows_on(DayRange days) const;
    // From the first day that has a row to the last one.
    DayRange days() const;

private:
    std::uint32_t first_day_ = 0;
    std::vector<std::uint32_t> before_; // before_[i] rows lie on days before first_day_ + i
    std::vector<std::uint32_t> rows_;
};

} // namespace phusa::stats
