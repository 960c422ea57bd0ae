#include "storage/reminder_choices.hpp"

#include "storage/sql/connection.hpp"

#include <sstream>

namespace phusa::storage
{

namespace
{

constexpr std::string_view choice_columns = "SELECT account_id, kinds, by_mail, address, naming FROM reminder_choice ";
constexpr std::string_view link_columns = "SELECT account_id, token_hash, made_at FROM calendar_link ";

std::string text_of(const std::vector<ReminderKind>& kinds)
{
    std::string text;
    for (auto kind : kinds)
        text.append(text.empty() ? "" : " ").append(key_of(kind));
    return text;
}

std::vector<ReminderKind> kinds_in(const std::string& text)
{
    std::vector<ReminderKind> kinds;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        if (auto kind = reminder_kind(word))
            kinds.push_back(*kind);
    return kinds;
}

void each_choice(Query& query, const std::function<void(AccountId, ReminderChoice)>& take)
{
    query.each([&](AccountId account, std::string kinds, bool by_mail, std::string address, MailNaming naming) {
        take(account, {.kinds = kinds_in(kinds), .by_mail = by_mail, .address = std::move(address), .naming = naming});
    });
}

template<typename Value>
std::optional<CalendarLink> link_where(Session& session, std::string_view condition, const Value& value)
{
    std::optional<CalendarLink> found;
    auto query = session.connection().query(std::string(link_columns) + std::string(condition));
    query.bind(value).each([&](AccountId account, std::string hash, Clock::Time made) {
        found = CalendarLink{.account = account, .token_hash = std::move(hash), .made = made};
    });
    return found;
}

} // namespace

std::optional<ReminderChoice> reminder_choice(Session& session, AccountId account)
{
    std::optional<ReminderChoice> found;
    auto query = session.connection().query(std::string(choice_columns) + "WHERE account_id = ?");
    each_choice(query.bind(account), [&](AccountId, ReminderChoice choice) { found = std::move(choice); });
    return found;
}

std::map<AccountId, ReminderChoice> reminder_choices(Session& session)
{
    std::map<AccountId, ReminderChoice> all;
    auto query = session.connection().query(std::string(choice_columns) + "ORDER BY account_id");
    each_choice(query, [&](AccountId account, ReminderChoice choice) { all.emplace(account, std::move(choice)); });
    return all;
}

void set_reminder_choice(Transaction& transaction, AccountId account, const ReminderChoice& choice)
{
    transaction.connection()
        .query("INSERT INTO reminder_choice (account_id, kinds, by_mail, address, naming) VALUES (?, ?, ?, ?, ?) "
               "ON CONFLICT (account_id) DO UPDATE SET kinds = excluded.kinds, by_mail = excluded.by_mail, "
               "address = excluded.address, naming = excluded.naming")
        .bind(account, text_of(choice.kinds), choice.by_mail, choice.address, choice.naming)
        .run();
}

std::optional<CalendarLink> calendar_link_of(Session& session, AccountId account)
{
    return link_where(session, "WHERE account_id = ?", account);
}

std::optional<CalendarLink> calendar_link(Session& session, std::string_view token_hash)
{
    return link_where(session, "WHERE token_hash = ?", token_hash);
}

void set_calendar_link(Transaction& transaction, const CalendarLink& link)
{
    transaction.connection()
        .query("INSERT INTO calendar_link (account_id, token_hash, made_at) VALUES (?, ?, ?) "
               "ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at")
        .bind(link.account, link.token_hash, link.made)
        .run();
}

bool delete_calendar_link(Transaction& transaction, AccountId account)
{
    return transaction.connection().query("DELETE FROM calendar_link WHERE account_id = ?").bind(account).run() > 0;
}

} // namespace phusa::storage
