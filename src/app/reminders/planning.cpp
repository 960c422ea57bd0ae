// Which letters are to go out today.
#include "app/reminders/sending.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"
#include "storage/reminder_mails.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool was_said(const std::set<storage::SentReminder>& sent, const Reminder& reminder)
{
    return sent.contains({.thing = reminder.key, .due = reminder.due, .since = reminder.since});
}

bool has_letter_of_today(storage::Session& session, AccountId account, Date today)
{
    auto mail = storage::reminder_mail(session, account, today);
    return mail && mail->state == storage::ReminderMail::State::sent;
}

} // namespace

std::vector<PlannedDigest> plan_digests(App& app)
{
    auto today = app.today();
    auto settings = mail_settings(app);
    bool is_invented = app.invented();
    auto all = all_reminders(app, today);
    auto session = app.database().read();
    std::vector<PlannedDigest> planned;
    for (const auto& [account, choice] : storage::reminder_choices(session)) {
        auto reaching = all.find(account);
        if (!choice.by_mail || reaching == all.end() || has_letter_of_today(session, account, today))
            continue;
        auto& reminders = reaching->second;
        std::erase_if(reminders, [&](const Reminder& one) { return !choice.wants(one.kind); });
        auto wanted = reminders.size();
        auto sent = storage::sent_reminders(session, account);
        std::erase_if(reminders, [&](const Reminder& one) { return was_said(sent, one); });
        if (reminders.empty())
            continue;
        auto digest = digest_of({.reminders = reminders,
                                 .said_before = wanted - reminders.size(),
                                 .naming = choice.naming,
                                 .day = today,
                                 .is_invented = is_invented},
                                settings);
        planned.push_back({.account = account,
                           .account_name = storage::account(session, account)->account.name,
                           .address = choice.address,
                           .reminders = std::move(reminders),
                           .digest = std::move(digest)});
    }
    return planned;
}

} // namespace phusa
