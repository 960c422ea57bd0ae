#pragma once

#include "base/clock.hpp"
#include "domain/account.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace phusa::storage
{

// The digest of one account on one day. Numbers are stored.
struct ReminderMail {
    enum class State : std::uint8_t { taken = 1, sent, failed };

    AccountId account = {};
    Date on = {};
    State state = State::taken;
    Clock::Time at = {};        // of the state
    int tries = 1;              // how often it was taken in hand
    std::int64_t reminders = 0; // that it says
    std::string failure = {};   // why not; holds no personal value
};
std::optional<ReminderMail> reminder_mail(Session& session, AccountId account, Date on);
std::optional<ReminderMail> last_reminder_mail(Session& session, AccountId account);
// The newest one of every account that ever had one, by account.
std::vector<ReminderMail> last_reminder_mails(Session& session);
// Replaces the one of that account and day.
void set_reminder_mail(Transaction& transaction, const ReminderMail& mail);

// One thing that a digest has said.
struct SentReminder {
    std::string thing; // "deadline 12 decision admission"
    Date due;
    Date since;

    friend auto operator<=>(const SentReminder&, const SentReminder&) = default;
};
std::set<SentReminder> sent_reminders(Session& session, AccountId account);
void add_sent_reminders(Transaction& transaction, AccountId account, const std::vector<SentReminder>& sent, Date on);
// Mails and what they said, of days before that one.
void forget_reminders_before(Transaction& transaction, Date first);

} // namespace phusa::storage
