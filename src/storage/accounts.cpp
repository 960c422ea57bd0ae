#include "storage/accounts.hpp"

#include "storage/role_grants.hpp"
#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection = "SELECT id, name, display_name, password_hash, disabled, must_change_password, "
                                       "created_at, last_signed_in_at, failures, blocked_until FROM account ";
constexpr std::size_t columns = 10;

StoredAccount take_account(Row& row)
{
    StoredAccount stored;
    auto& account = stored.account;
    row.take(account.id, account.name, account.display_name, stored.password_hash, account.disabled,
             account.must_change_password, account.created, account.last_signed_in, stored.failures,
             stored.blocked_until);
    return stored;
}

template<typename Key>
std::optional<StoredAccount> find_account(Session& session, std::string_view where, const Key& key)
{
    std::optional<StoredAccount> found;
    auto query = session.connection().query(std::string(selection).append(where));
    query.bind(key);
    query.each_row(columns, [&](Row& row) { found = take_account(row); });
    return found;
}

} // namespace

std::optional<StoredAccount> account(Session& session, AccountId id)
{
    return find_account(session, "WHERE id = ?", id);
}

std::optional<StoredAccount> account_named(Session& session, std::string_view name)
{
    return find_account(session, "WHERE name = ?", name);
}

std::vector<Account> accounts(Session& session)
{
    std::vector<Account> all;
    session.connection().query(std::string(selection) + "ORDER BY name").each_row(columns, [&](Row& row) {
        all.push_back(take_account(row).account);
    });
    for (auto& one : all)
        one.grants = role_grants_of(session, one.id);
    return all;
}

std::int64_t count_accounts(Session& session)
{
    return *session.connection().query("SELECT count(*) FROM account").value<std::int64_t>();
}

Result<AccountId> add_account(Transaction& transaction, const Account& account, std::string_view password_hash)
{
    if (account_named(transaction, account.name))
        return std::unexpected(Problem{.kind = Problem::Kind::conflict,
                                       .message = "Tên đăng nhập này đã có người dùng: chọn tên khác.",
                                       .fields = {{.name = "name", .message = "Tên đăng nhập này đã có người dùng."}}});
    AccountId id(take_numbers(transaction, "account"));
    transaction.connection()
        .query("INSERT INTO account (id, name, display_name, password_hash, disabled, must_change_password, "
               "created_at, last_signed_in_at, failures, blocked_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)")
        .bind(id, account.name, account.display_name, password_hash, account.disabled, account.must_change_password,
              account.created, account.last_signed_in)
        .run();
    return id;
}

void set_password(Transaction& transaction, AccountId id, std::string_view hash, bool must_change)
{
    transaction.connection()
        .query("UPDATE account SET password_hash = ?, must_change_password = ?, failures = 0, blocked_until = NULL "
               "WHERE id = ?")
        .bind(hash, must_change, id)
        .run();
}

void set_display_name(Transaction& transaction, AccountId id, std::string_view display_name)
{
    transaction.connection().query("UPDATE account SET display_name = ? WHERE id = ?").bind(display_name, id).run();
}

void set_disabled(Transaction& transaction, AccountId id, bool disabled)
{
    transaction.connection().query("UPDATE account SET disabled = ? WHERE id = ?").bind(disabled, id).run();
}

void note_sign_in(Transaction& transaction, AccountId id, Clock::Time at)
{
    transaction.connection()
        .query("UPDATE account SET last_signed_in_at = ?, failures = 0, blocked_until = NULL WHERE id = ?")
        .bind(at, id)
        .run();
}

void note_failure(Transaction& transaction, AccountId id, int failures, std::optional<Clock::Time> blocked_until)
{
    transaction.connection()
        .query("UPDATE account SET failures = ?, blocked_until = ? WHERE id = ?")
        .bind(failures, blocked_until, id)
        .run();
}

} // namespace phusa::storage
