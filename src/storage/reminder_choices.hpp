#pragma once

#include "base/clock.hpp"
#include "domain/reminder.hpp"
#include "storage/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace phusa::storage
{

// nullopt where nobody has chosen yet.
std::optional<ReminderChoice> reminder_choice(Session& session, AccountId account);
std::map<AccountId, ReminderChoice> reminder_choices(Session& session);
void set_reminder_choice(Transaction& transaction, AccountId account, const ReminderChoice& choice);

// The private address of a calendar; one an account.
struct CalendarLink {
    AccountId account;
    std::string token_hash; // hex
    Clock::Time made;
};
std::optional<CalendarLink> calendar_link_of(Session& session, AccountId account);
std::optional<CalendarLink> calendar_link(Session& session, std::string_view token_hash);
// The one before works no more.
void set_calendar_link(Transaction& transaction, const CalendarLink& link);
// False where there was none.
bool delete_calendar_link(Transaction& transaction, AccountId account);

} // namespace phusa::storage
