#include "cast/cast.hpp"
#include "storage/accounts.hpp"
#include "storage/api_tokens.hpp"
#include "storage/first_links.hpp"
#include "storage/role_grants.hpp"
#include "storage/sign_ins.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

namespace
{

const std::string hash_a(64, 'a');
const std::string hash_b(64, 'b');

} // namespace

class AccountsTest : public StorageTest
{
protected:
    AccountId add(const std::string& name = "thu.ky")
    {
        AccountId id;
        write([&](Transaction& transaction, AuditNumber) {
            Account account;
            account.name = name;
            account.display_name = "Vũ Thị Mây";
            account.created = test_time();
            id = *add_account(transaction, account, "$argon2id$…");
        });
        return id;
    }
    SignIn browser(AccountId id, const std::string& hash)
    {
        return {.token_hash = hash,
                .account = id,
                .csrf = "csrf",
                .opened = test_time(),
                .seen = test_time(),
                .expires = test_time() + std::chrono::hours(8)};
    }
};
ON_BOTH_DATABASES(AccountsTest);

TEST_P(AccountsTest, an_account_comes_back_and_its_name_is_its_own)
{
    auto id = add();
    auto session = database().read();
    auto stored = account_named(session, "thu.ky");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->account.id, id);
    EXPECT_EQ(stored->account.display_name, "Vũ Thị Mây");
    EXPECT_EQ(stored->account.created, test_time());
    EXPECT_FALSE(stored->account.last_signed_in);
    EXPECT_EQ(stored->password_hash, "$argon2id$…");
    EXPECT_EQ(count_accounts(session), 1);
    write([&](Transaction& transaction, AuditNumber) {
        auto refused = add_account(transaction, stored->account, "");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Problem::Kind::conflict);
    });
}

TEST_P(AccountsTest, failures_add_up_until_a_sign_in)
{
    auto id = add();
    auto session = database().read();
    write([&](Transaction& transaction, AuditNumber) { note_failure(transaction, id, 5, test_time()); });
    EXPECT_EQ(account(session, id)->failures, 5);
    EXPECT_EQ(account(session, id)->blocked_until, test_time());
    write([&](Transaction& transaction, AuditNumber) { note_sign_in(transaction, id, test_time()); });
    EXPECT_EQ(account(session, id)->failures, 0);
    EXPECT_FALSE(account(session, id)->blocked_until);
    EXPECT_EQ(account(session, id)->account.last_signed_in, test_time());
}

TEST_P(AccountsTest, passwords_names_and_doors_change)
{
    auto id = add();
    auto session = database().read();
    write([&](Transaction& transaction, AuditNumber) {
        set_password(transaction, id, "new", true);
        set_display_name(transaction, id, "Lê Văn Lúa");
        set_disabled(transaction, id, true);
    });
    auto stored = *account(session, id);
    EXPECT_EQ(stored.password_hash, "new");
    EXPECT_TRUE(stored.account.must_change_password);
    EXPECT_TRUE(stored.account.disabled);
    EXPECT_EQ(stored.account.display_name, "Lê Văn Lúa");
}

TEST_P(AccountsTest, grants_are_versions)
{
    auto id = add();
    auto session = database().read();
    auto today = cast::today();
    RoleGrant grant;
    grant.account = id;
    grant.role = Role::auditor;
    grant.organisation = OrganisationId(7);
    grant.valid.first = today;
    write([&](Transaction& transaction, AuditNumber by) { add_role_grant(transaction, grant, by); });
    auto stored = role_grants_of(session, id).at(0);
    EXPECT_EQ(stored.role, Role::auditor);
    EXPECT_EQ(role_grants_at(session, grant.organisation).size(), 1U);
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(end_role_grant(transaction, stored, today.plus_days(30), by));
        EXPECT_FALSE(end_role_grant(transaction, stored, today.plus_days(31), by));
    });
    EXPECT_EQ(accounts(session).at(0).grants.at(0).valid.until, today.plus_days(30));
    EXPECT_EQ(role_grant_history(session, id).size(), 2U);
    write([&](Transaction& transaction, AuditNumber by) {
        EXPECT_TRUE(withdraw_role_grant(transaction, role_grants_of(transaction, id).at(0), by));
    });
    EXPECT_TRUE(role_grants_of(session, id).empty());
}

TEST_P(AccountsTest, sign_ins_open_and_close)
{
    auto id = add();
    auto session = database().read();
    write([&](Transaction& transaction, AuditNumber) {
        open_sign_in(transaction, browser(id, hash_a));
        open_sign_in(transaction, browser(id, hash_b));
        touch_sign_in(transaction, hash_a, test_time() + std::chrono::minutes(5));
    });
    EXPECT_EQ(sign_in(session, hash_a)->seen, test_time() + std::chrono::minutes(5));
    EXPECT_EQ(sign_in(session, hash_a)->account, id);
    write([&](Transaction& transaction, AuditNumber) { close_sign_ins_of(transaction, id, hash_a); });
    EXPECT_TRUE(sign_in(session, hash_a));
    EXPECT_FALSE(sign_in(session, hash_b));
    write([&](Transaction& transaction, AuditNumber) {
        EXPECT_EQ(close_expired_sign_ins(transaction, test_time()), 0);
        EXPECT_EQ(close_expired_sign_ins(transaction, test_time() + std::chrono::hours(8)), 1);
    });
    EXPECT_FALSE(sign_in(session, hash_a));
}

TEST_P(AccountsTest, tokens_are_used_and_revoked)
{
    auto id = add();
    auto session = database().read();
    ApiToken token;
    token.token_hash = hash_a;
    token.account = id;
    token.label = "báo cáo";
    token.created = test_time();
    write([&](Transaction& transaction, AuditNumber) {
        auto number = add_api_token(transaction, token);
        touch_api_token(transaction, number, test_time());
        EXPECT_FALSE(revoke_api_token(transaction, AccountId(99), number, test_time()));
        EXPECT_TRUE(revoke_api_token(transaction, id, number, test_time()));
        EXPECT_FALSE(revoke_api_token(transaction, id, number, test_time()));
    });
    EXPECT_EQ(api_token(session, hash_a)->revoked, test_time());
    EXPECT_EQ(api_token(session, hash_a)->last_used, test_time());
    EXPECT_EQ(api_tokens_of(session, id).at(0).label, "báo cáo");
}

TEST_P(AccountsTest, a_first_link_works_once_and_in_time)
{
    auto session = database().read();
    auto until = test_time() + std::chrono::hours(1);
    write([&](Transaction& transaction, AuditNumber) {
        make_first_link(transaction, hash_a, until);
        make_first_link(transaction, hash_b, until);
    });
    EXPECT_FALSE(first_link_is_good(session, hash_a, test_time()));
    EXPECT_TRUE(first_link_is_good(session, hash_b, test_time()));
    EXPECT_FALSE(first_link_is_good(session, hash_b, until));
    write([&](Transaction& transaction, AuditNumber) {
        EXPECT_FALSE(use_first_link(transaction, hash_a, test_time()));
        EXPECT_FALSE(use_first_link(transaction, hash_b, until));
        EXPECT_TRUE(use_first_link(transaction, hash_b, test_time()));
        EXPECT_FALSE(use_first_link(transaction, hash_b, test_time()));
    });
}

TEST_P(AccountsTest, a_sign_in_of_nobody_is_refused_by_the_schema)
{
    auto transaction = database().write();
    EXPECT_THROW(open_sign_in(transaction, browser(AccountId(4711), hash_a)), StorageFailure);
}

} // namespace phusa::storage
