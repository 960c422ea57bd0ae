#include "storage/reminder_mails.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection =
    "SELECT account_id, on_day, state, at, tries, reminders, failure FROM reminder_mail ";
constexpr std::size_t columns = 7;

ReminderMail take_mail(Row& row)
{
    ReminderMail mail;
    row.take(mail.account, mail.on, mail.state, mail.at, mail.tries, mail.reminders, mail.failure);
    return mail;
}

} // namespace

std::optional<ReminderMail> reminder_mail(Session& session, AccountId account, Date on)
{
    std::optional<ReminderMail> found;
    auto query = session.connection().query(std::string(selection) + "WHERE account_id = ? AND on_day = ?");
    query.bind(account, on).each_row(columns, [&](Row& row) { found = take_mail(row); });
    return found;
}

std::optional<ReminderMail> last_reminder_mail(Session& session, AccountId account)
{
    std::optional<ReminderMail> found;
    auto query =
        session.connection().query(std::string(selection) + "WHERE account_id = ? ORDER BY on_day DESC LIMIT 1");
    query.bind(account).each_row(columns, [&](Row& row) { found = take_mail(row); });
    return found;
}

std::vector<ReminderMail> last_reminder_mails(Session& session)
{
    std::vector<ReminderMail> all;
    auto query = session.connection().query(std::string(selection) +
                                            "WHERE on_day = (SELECT MAX(newest.on_day) FROM reminder_mail newest "
                                            "WHERE newest.account_id = reminder_mail.account_id) ORDER BY account_id");
    query.each_row(columns, [&](Row& row) { all.push_back(take_mail(row)); });
    return all;
}

void set_reminder_mail(Transaction& transaction, const ReminderMail& mail)
{
    transaction.connection()
        .query("INSERT INTO reminder_mail (account_id, on_day, state, at, tries, reminders, failure) "
               "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, on_day) DO UPDATE SET state = excluded.state, "
               "at = excluded.at, tries = excluded.tries, reminders = excluded.reminders, failure = excluded.failure")
        .bind(mail.account, mail.on, mail.state, mail.at, mail.tries, mail.reminders, mail.failure)
        .run();
}

std::set<SentReminder> sent_reminders(Session& session, AccountId account)
{
    std::set<SentReminder> all;
    session.connection()
        .query("SELECT thing, due, since FROM reminder_sent WHERE account_id = ?")
        .bind(account)
        .each([&](std::string thing, Date due, Date since) {
            all.insert({.thing = std::move(thing), .due = due, .since = since});
        });
    return all;
}

void add_sent_reminders(Transaction& transaction, AccountId account, const std::vector<SentReminder>& sent, Date on)
{
    for (const auto& one : sent)
        transaction.connection()
            .query("INSERT INTO reminder_sent (account_id, thing, due, since, sent_on) VALUES (?, ?, ?, ?, ?) "
                   "ON CONFLICT (account_id, thing, due, since) DO NOTHING")
            .bind(account, one.thing, one.due, one.since, on)
            .run();
}

void forget_reminders_before(Transaction& transaction, Date first)
{
    transaction.connection().query("DELETE FROM reminder_mail WHERE on_day < ?").bind(first).run();
    transaction.connection().query("DELETE FROM reminder_sent WHERE sent_on < ?").bind(first).run();
}

} // namespace phusa::storage
