#include "storage/first_links.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

void make_first_link(Transaction& transaction, std::string_view token_hash, Clock::Time expires)
{
    auto& connection = transaction.connection();
    connection.query("DELETE FROM first_link").run();
    connection.query("INSERT INTO first_link (token_hash, expires_at) VALUES (?, ?)").bind(token_hash, expires).run();
}

bool first_link_is_good(Session& session, std::string_view token_hash, Clock::Time now)
{
    return session.connection()
        .query("SELECT token_hash FROM first_link WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?")
        .bind(token_hash, now)
        .value<std::string>()
        .has_value();
}

Result<void> use_first_link(Transaction& transaction, std::string_view token_hash, Clock::Time now)
{
    auto used = transaction.connection()
                    .query("UPDATE first_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND "
                           "expires_at > ?")
                    .bind(now, token_hash, now)
                    .run();
    if (used == 0)
        return problem(Problem::Kind::refused,
                       "Liên kết này đã dùng rồi hoặc đã hết hạn: chạy lại phusa serve để có liên kết mới.");
    return {};
}

} // namespace phusa::storage
