// How the letters fared, for those who look after accounts.
#include "app/account_reach.hpp"
#include "app/reminders/sending.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"
#include "storage/reminder_mails.hpp"

namespace phusa
{

namespace
{

DigestLine line_of(const Account& account, bool wants_mail, const storage::ReminderMail* mail)
{
    DigestLine line{.account = account.id,
                    .account_name = account.name,
                    .display_name = account.display_name,
                    .wants_mail = wants_mail};
    if (!mail)
        return line;
    line.on = mail->on;
    line.is_sent = mail->state == storage::ReminderMail::State::sent;
    line.at = mail->at;
    line.reminders = mail->reminders;
    line.tries = mail->tries;
    line.failure = mail->failure;
    return line;
}

} // namespace

Result<std::vector<DigestLine>> list_digests(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_accounts));
    auto session = app.database().read();
    auto choices = storage::reminder_choices(session);
    std::map<AccountId, storage::ReminderMail> mails;
    for (auto& mail : storage::last_reminder_mails(session))
        mails.emplace(mail.account, std::move(mail));
    std::vector<DigestLine> lines;
    for (const auto& account : storage::accounts(session)) {
        auto choice = choices.find(account.id);
        auto mail = mails.find(account.id);
        bool wants_mail = choice != choices.end() && choice->second.by_mail;
        if ((wants_mail || mail != mails.end()) && sees(gate, actor, account, app.today()))
            lines.push_back(line_of(account, wants_mail, mail == mails.end() ? nullptr : &mail->second));
    }
    return lines;
}

} // namespace phusa
