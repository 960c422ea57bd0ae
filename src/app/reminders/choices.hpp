#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/reminder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// How the asker is reminded, and what came of it.
struct OwnReminders {
    ReminderChoice choice = {};
    bool site_sends = false;                       // this site sends mail at all
    std::optional<Clock::Time> calendar_made = {}; // there is a private calendar address
    std::optional<Date> last_mail = {};            // the newest digest …
    std::string last_failure = {};                 // … and why it did not go out
};
Result<OwnReminders> show_own_reminders(App& app, const Actor& actor);

// Everybody chooses for themselves alone. An address only where letters of this site may go.
Result<void> choose_reminders(App& app, const Actor& actor, const ReminderChoice& wanted);

// The token of the private calendar address, shown once; the one before works no more.
Result<std::string> make_calendar_link(App& app, const Actor& actor);
Result<void> revoke_calendar_link(App& app, const Actor& actor);

// The calendar of whom a token belongs to: the last days that are theirs to keep today. not_found for any other token,
// and for one whose account is disabled.
Result<std::string> calendar_of(App& app, std::string_view token);

} // namespace phusa
