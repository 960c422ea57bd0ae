#include "rules/reminders.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

constexpr int months_of_a_quarter = 3;

// All but what is said again and again, in order.
std::vector<Date> single_days(const ReminderDays& days, Date due)
{
    std::vector<Date> found;
    for (int before : days.before)
        found.push_back(due.plus_days(-before));
    if (days.on_the_day)
        found.push_back(due);
    for (int after : days.after)
        found.push_back(due.plus_days(after));
    return found;
}

// From when on it is said again and again.
Date end_of(const std::vector<Date>& single, Date due) { return single.empty() ? due : std::max(due, single.back()); }

// Remarks on or after its first day settle a quarter; whoever came late into it owes none.
bool owes(const ReminderRules& rules, const Period& quarter, Date helping_since, std::span<const Date> remarks)
{
    return helping_since.plus_days(rules.remarks_least_days) <= quarter.last &&
           std::ranges::none_of(remarks, [&](Date on) { return on >= quarter.first; });
}

} // namespace

std::optional<Date> ReminderDays::last_by(Date due, Date today) const
{
    auto single = single_days(*this, due);
    std::optional<Date> last;
    for (Date day : single)
        if (day <= today)
            last = day;
    auto end = end_of(single, due);
    if (int past = days_between(end, today); every > 0 && past >= every)
        last = end.plus_days(past / every * every);
    return last;
}

std::optional<Date> ReminderDays::next_after(Date due, Date today) const
{
    auto single = single_days(*this, due);
    for (Date day : single)
        if (day > today)
            return day;
    if (every == 0)
        return std::nullopt;
    auto end = end_of(single, due);
    int past = std::max(days_between(end, today), 0);
    return end.plus_days((past / every + 1) * every);
}

std::optional<DueReminder> reminder_of_deadline(const ReminderRules& rules, Date due, Date today)
{
    auto since = rules.deadline.last_by(due, today);
    if (!since)
        return std::nullopt;
    auto kind = due < today ? ReminderKind::overdue : due == today ? ReminderKind::today : ReminderKind::soon;
    return DueReminder{.kind = kind, .due = due, .since = *since};
}

std::optional<DueReminder> reminder_above(const ReminderRules& rules, Date due, Date today)
{
    auto since = rules.above.last_by(due, today);
    if (!since)
        return std::nullopt;
    return DueReminder{.kind = ReminderKind::below, .due = due, .since = *since};
}

std::optional<DueReminder> reminder_of_remarks(const ReminderRules& rules, Date helping_since,
                                               std::span<const Date> remarks, Date today)
{
    auto now = quarter_of(today);
    auto before = quarter_of(now.first.plus_days(-1));
    const auto& after = rules.remarks.after;
    bool still_said = rules.remarks.every > 0 || (!after.empty() && today <= before.last.plus_days(after.back()));
    for (const auto& quarter : {before, now}) {
        if ((quarter == before && !still_said) || !owes(rules, quarter, helping_since, remarks))
            continue;
        auto since = rules.remarks.last_by(quarter.last, today);
        if (!since)
            return std::nullopt;
        return DueReminder{.kind = ReminderKind::remarks, .due = quarter.last, .since = *since};
    }
    return std::nullopt;
}

Period quarter_of(Date day)
{
    int first_month = (day.month() - 1) / months_of_a_quarter * months_of_a_quarter + 1;
    auto first = *Date::of(day.year(), first_month, 1);
    return {.first = first, .last = first.plus_months(months_of_a_quarter).plus_days(-1)};
}

} // namespace phusa
