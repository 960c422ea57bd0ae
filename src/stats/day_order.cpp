#include "stats/day_order.hpp"

#include <algorithm>

namespace phusa::stats
{

DayOrder::DayOrder(std::span<const std::uint16_t> days) : rows_(days.size())
{
    if (days.empty())
        return;
    auto [first, last] = std::ranges::minmax(days);
    first_day_ = first;
    before_.resize(last - first + 2U);
    for (auto day : days)
        ++before_[day - first_day_ + 1];
    for (std::size_t i = 1; i < before_.size(); ++i)
        before_[i] += before_[i - 1];
    auto next = before_;
    for (std::uint32_t row = 0; row < days.size(); ++row)
        rows_[next[days[row] - first_day_]++] = row;
}

std::span<const std::uint32_t> DayOrder::rows_on(DayRange days) const
{
    auto known = common(days, this->days());
    if (known.is_empty())
        return {};
    auto first = before_[known.first - first_day_];
    auto end = before_[known.last - first_day_ + 1];
    return std::span(rows_).subspan(first, end - first);
}

DayRange DayOrder::days() const
{
    if (rows_.empty())
        return {};
    return {static_cast<std::uint16_t>(first_day_), static_cast<std::uint16_t>(first_day_ + before_.size() - 2)};
}

} // namespace phusa::stats
