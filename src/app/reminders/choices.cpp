#include "app/reminders/choices.hpp"

#include "app/account_reach.hpp"
#include "app/recording.hpp"
#include "app/reminders/mail_settings.hpp"
#include "app/sessions.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"
#include "storage/reminder_mails.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

Result<AccountId> own_account(const Actor& actor)
{
    if (!actor.account)
        return problem(Problem::Kind::refused, "Mỗi người tự chọn việc nhắc cho tài khoản của mình; hãy đăng nhập.");
    return *actor.account;
}

// No address: whoever reads the audit log need not know where others get their mail.
Change change_of(const Actor& actor, std::string action, std::vector<std::pair<std::string, std::string>> details = {})
{
    return {.action = std::move(action), .subject = subject_of(*actor.account), .details = std::move(details)};
}

std::string titles_of(const ReminderChoice& choice)
{
    std::string titles;
    for (auto kind : choice.kinds)
        titles.append(titles.empty() ? "" : ", ").append(title_of(kind));
    return titles.empty() ? "không nhắc việc nào" : titles;
}

} // namespace

Result<OwnReminders> show_own_reminders(App& app, const Actor& actor)
{
    auto account = TRY(own_account(actor));
    OwnReminders own;
    own.site_sends = mail_settings(app).sends();
    auto session = app.database().read();
    own.choice = storage::reminder_choice(session, account).value_or(ReminderChoice{});
    if (auto link = storage::calendar_link_of(session, account))
        own.calendar_made = link->made;
    if (auto mail = storage::last_reminder_mail(session, account)) {
        own.last_mail = mail->on;
        own.last_failure = mail->failure;
    }
    return own;
}

Result<void> choose_reminders(App& app, const Actor& actor, const ReminderChoice& wanted)
{
    auto account = TRY(own_account(actor));
    auto choice = wanted;
    choice.address = clean_text(choice.address);
    TRY_DO(check(choice));
    auto settings = mail_settings(app);
    if (!choice.address.empty() && !settings.may_go_to(choice.address))
        return invalid("address", fmt::format("Thư nhắc việc của nơi này chỉ gửi đến địa chỉ thuộc {}.",
                                              fmt::join(settings.domains, ", ")));
    auto transaction = app.database().write();
    storage::set_reminder_choice(transaction, account, choice);
    record(app, transaction, actor,
           change_of(actor, "reminder.choose",
                     {{"reminders", titles_of(choice)}, {"by_mail", choice.by_mail ? "có" : "không"}}));
    transaction.commit();
    return {};
}

Result<std::string> make_calendar_link(App& app, const Actor& actor)
{
    auto account = TRY(own_account(actor));
    auto token = random_token();
    auto transaction = app.database().write();
    storage::set_calendar_link(transaction,
                               {.account = account, .token_hash = token_hash(token), .made = app.clock().now()});
    record(app, transaction, actor, change_of(actor, "reminder.make_calendar"));
    transaction.commit();
    return token;
}

Result<void> revoke_calendar_link(App& app, const Actor& actor)
{
    auto account = TRY(own_account(actor));
    auto transaction = app.database().write();
    if (!storage::delete_calendar_link(transaction, account))
        return problem(Problem::Kind::not_found, "Không có địa chỉ lịch nào để thu hồi.");
    record(app, transaction, actor, change_of(actor, "reminder.revoke_calendar"));
    transaction.commit();
    return {};
}

} // namespace phusa
