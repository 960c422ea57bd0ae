#include "base/working_days.hpp"

#include <algorithm>
#include <cassert>

namespace phusa
{

namespace
{

bool is_weekend(Date day) { return day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday; }

} // namespace

bool WorkingDays::is_working_day(Date day) const
{
    if (worked_weekends_.contains(day))
        return true;
    return !is_weekend(day) && !off_.contains(day);
}

bool WorkingDays::is_undecided(Date day) const { return undecided_.contains(day); }

std::string_view WorkingDays::name_of(Date day) const
{
    if (auto found = off_.find(day); found != off_.end())
        return found->second;
    auto found = undecided_.find(day);
    return found == undecided_.end() ? std::string_view() : found->second;
}

std::ptrdiff_t WorkingDays::rank_of(Date day) const
{
    return std::ranges::upper_bound(working_days_, day) - working_days_.begin();
}

Date WorkingDays::after(Date from, int count) const
{
    assert(count > 0);
    auto before = first_known_.plus_days(-1);
    if (from >= before && from <= last_known_) {
        auto place = rank_of(from) + count - 1;
        if (place < std::ssize(working_days_))
            return working_days_[static_cast<std::size_t>(place)];
    }
    auto day = from;
    while (count > 0) {
        day = day.plus_days(1);
        if (is_working_day(day))
            --count;
    }
    return day;
}

int WorkingDays::between(Date from, Date to) const
{
    if (to <= from)
        return 0;
    if (from >= first_known_.plus_days(-1) && to <= last_known_)
        return static_cast<int>(rank_of(to) - rank_of(from));
    int count = 0;
    for (auto day = from.plus_days(1); day <= to; day = day.plus_days(1))
        count += is_working_day(day) ? 1 : 0;
    return count;
}

} // namespace phusa
