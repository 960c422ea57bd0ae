#include "storage/api_tokens.hpp"

#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection = "SELECT id, token_hash, account_id, label, created_at, expires_at, "
                                       "last_used_at, revoked_at FROM api_token ";
constexpr std::size_t columns = 8;

ApiToken take_token(Row& row)
{
    ApiToken token;
    row.take(token.id, token.token_hash, token.account, token.label, token.created, token.expires, token.last_used,
             token.revoked);
    return token;
}

} // namespace

ApiTokenId add_api_token(Transaction& transaction, const ApiToken& token)
{
    ApiTokenId id(take_numbers(transaction, "api_token"));
    transaction.connection()
        .query("INSERT INTO api_token (id, token_hash, account_id, label, created_at, expires_at) "
               "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(id, token.token_hash, token.account, token.label, token.created, token.expires)
        .run();
    return id;
}

std::optional<ApiToken> api_token(Session& session, std::string_view token_hash)
{
    std::optional<ApiToken> found;
    auto query = session.connection().query(std::string(selection) + "WHERE token_hash = ?");
    query.bind(token_hash);
    query.each_row(columns, [&](Row& row) { found = take_token(row); });
    return found;
}

std::vector<ApiToken> api_tokens_of(Session& session, AccountId account)
{
    std::vector<ApiToken> all;
    auto query = session.connection().query(std::string(selection) + "WHERE account_id = ? ORDER BY id");
    query.bind(account);
    query.each_row(columns, [&](Row& row) { all.push_back(take_token(row)); });
    return all;
}

void touch_api_token(Transaction& transaction, ApiTokenId id, Clock::Time used)
{
    transaction.connection().query("UPDATE api_token SET last_used_at = ? WHERE id = ?").bind(used, id).run();
}

Result<void> revoke_api_token(Transaction& transaction, AccountId account, ApiTokenId id, Clock::Time at)
{
    auto revoked = transaction.connection()
                       .query("UPDATE api_token SET revoked_at = ? WHERE id = ? AND account_id = ? AND "
                              "revoked_at IS NULL")
                       .bind(at, id, account)
                       .run();
    if (revoked == 0)
        return problem(Problem::Kind::not_found, "Không có mã truy cập này, hoặc mã đã bị thu hồi.");
    return {};
}

} // namespace phusa::storage
