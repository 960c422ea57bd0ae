#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/reminder.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace phusa
{

// On which days one is reminded of a last day, in days of the calendar before and after it.
struct ReminderDays {
    std::vector<int> before = {}; // each at least 1, falling
    bool on_the_day = false;
    std::vector<int> after = {}; // each at least 1, rising
    int every = 0;               // again and again after the last of these; 0: never again

    // The last such day that is not after `today`: what has to be said by now. nullopt before the first.
    std::optional<Date> last_by(Date due, Date today) const;
    // The first such day after `today`; nullopt where none follows.
    std::optional<Date> next_after(Date due, Date today) const;
};

// regulations/reminders.toml: custom, not law.
struct ReminderRules {
    ReminderDays deadline; // for whose work it is
    ReminderDays above;    // for the unit above, where that work stays undone
    ReminderDays remarks;  // for a helper, around the end of a quarter
    int remarks_least_days = 0;
};

// What is due to be said on a day, and since which day: whoever was told on or after `since` need not be told again.
struct DueReminder {
    ReminderKind kind = ReminderKind::overdue;
    Date due = {};
    Date since = {};

    friend bool operator==(const DueReminder&, const DueReminder&) = default;
};

// For whose work it is that ends with `due`: soon, today or overdue.
std::optional<DueReminder> reminder_of_deadline(const ReminderRules& rules, Date due, Date today);
// For the unit above.
std::optional<DueReminder> reminder_above(const ReminderRules& rules, Date due, Date today);
// For a helper since `helping_since`, by the days of the remarks given so far: of the quarter that has just passed
// while its reminders go on, else of this one. A remark given in a quarter or later settles that quarter.
std::optional<DueReminder> reminder_of_remarks(const ReminderRules& rules, Date helping_since,
                                               std::span<const Date> remarks, Date today);

// The quarter of the calendar in which a day lies.
Period quarter_of(Date day);

// The Problem names the table and the key that is wrong; unknown keys are an error.
Result<ReminderRules> parse_reminders(std::string_view toml);
// The rules of the file that travels inside the program.
const ReminderRules& shipped_reminders();

} // namespace phusa
