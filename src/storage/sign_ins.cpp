#include "storage/sign_ins.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

void open_sign_in(Transaction& transaction, const SignIn& sign_in)
{
    transaction.connection()
        .query("INSERT INTO sign_in (token_hash, account_id, csrf, opened_at, seen_at, expires_at) "
               "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(sign_in.token_hash, sign_in.account, sign_in.csrf, sign_in.opened, sign_in.seen, sign_in.expires)
        .run();
}

std::optional<SignIn> sign_in(Session& session, std::string_view token_hash)
{
    std::optional<SignIn> found;
    auto query = session.connection().query("SELECT token_hash, account_id, csrf, opened_at, seen_at, expires_at FROM "
                                            "sign_in WHERE token_hash = ?");
    query.bind(token_hash);
    query.each_row(6, [&](Row& row) {
        auto& one = found.emplace();
        row.take(one.token_hash, one.account, one.csrf, one.opened, one.seen, one.expires);
    });
    return found;
}

void touch_sign_in(Transaction& transaction, std::string_view token_hash, Clock::Time seen)
{
    transaction.connection().query("UPDATE sign_in SET seen_at = ? WHERE token_hash = ?").bind(seen, token_hash).run();
}

void close_sign_in(Transaction& transaction, std::string_view token_hash)
{
    transaction.connection().query("DELETE FROM sign_in WHERE token_hash = ?").bind(token_hash).run();
}

void close_sign_ins_of(Transaction& transaction, AccountId account, std::string_view except_hash)
{
    transaction.connection()
        .query("DELETE FROM sign_in WHERE account_id = ? AND token_hash <> ?")
        .bind(account, except_hash)
        .run();
}

std::int64_t close_expired_sign_ins(Transaction& transaction, Clock::Time now)
{
    return transaction.connection().query("DELETE FROM sign_in WHERE expires_at <= ?").bind(now).run();
}

} // namespace phusa::storage
