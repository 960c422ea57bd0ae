#include "app/accounts.hpp"
#include "app/register_test.hpp"
#include "app/sign_in.hpp"

#include <algorithm>

namespace phusa
{
namespace
{

using Kind = Problem::Kind;
using namespace std::chrono_literals;

class AccountsTest : public RegisterTest
{
protected:
    // An administrator of the district only.
    Actor district_administrator()
    {
        auto id = add_account(app(), actor(Role::administrator),
                              {.name = "quan.tri.huyen",
                               .display_name = "Quản trị huyện",
                               .password = std::string(password),
                               .role = Role::administrator,
                               .organisation = cast::district().id,
                               .must_change_password = false});
        auto token = sign_in(app(), "quan.tri.huyen", password).value().token;
        EXPECT_EQ(session_of(app(), token)->actor.account, id.value());
        return session_of(app(), token)->actor;
    }
    NewAccount somebody(OrganisationId unit)
    {
        return {.name = "nguoi.moi",
                .display_name = "Người mới",
                .password = std::string(password),
                .role = Role::cell_secretary,
                .organisation = unit};
    }
    std::vector<std::string> names(const Actor& asker)
    {
        std::vector<std::string> found;
        auto accounts = list_accounts(app(), asker);
        for (const auto& account : accounts.value())
            found.push_back(account.name);
        return found;
    }
};
ON_BOTH_REGISTERS(AccountsTest);

TEST_P(AccountsTest, TheAdministratorOfTheRootSeesAll)
{
    EXPECT_EQ(names(actor(Role::administrator)).size(), all_roles().size());
    EXPECT_EQ(list_accounts(app(), actor(Role::cell_secretary)).error().kind, Kind::refused);
}

TEST_P(AccountsTest, ALowerAdministratorSeesTheirOwnSubtreeOnly)
{
    auto lower = district_administrator();
    auto seen = names(lower);
    EXPECT_TRUE(std::ranges::find(seen, "cell_secretary") != seen.end());
    EXPECT_TRUE(std::ranges::find(seen, "mass_organisation") != seen.end());
    EXPECT_TRUE(std::ranges::find(seen, "auditor") == seen.end());
    EXPECT_EQ(show_account(app(), lower, id_of(Role::auditor)).error().kind, Kind::not_found);
    EXPECT_EQ(show_account(app(), lower, AccountId(4711)).error().message,
              show_account(app(), lower, id_of(Role::auditor)).error().message);
}

TEST_P(AccountsTest, WordsAreFoundWithoutMarks)
{
    auto found = list_accounts(app(), actor(Role::administrator), "bi thu").value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().name, "cell_secretary");
}

TEST_P(AccountsTest, NobodyResetsThePasswordOfWhoReachesFurther)
{
    auto lower = district_administrator();
    // The auditor of the province gets a grant in the district too, so the lower administrator sees the account.
    ASSERT_TRUE(grant_role(app(), actor(Role::administrator), id_of(Role::auditor), Role::helper,
                           cast::village_cell().id, {.first = app().today(), .until = {}}));
    EXPECT_TRUE(show_account(app(), lower, id_of(Role::auditor)));
    EXPECT_EQ(reset_password(app(), lower, id_of(Role::auditor), password).error().kind, Kind::refused);
    EXPECT_EQ(disable_account(app(), lower, id_of(Role::auditor)).error().kind, Kind::refused);
    EXPECT_EQ(reset_password(app(), lower, id_of(Role::administrator), password).error().kind, Kind::not_found);
    EXPECT_TRUE(reset_password(app(), lower, id_of(Role::cell_secretary), password));
}

TEST_P(AccountsTest, NobodyGrantsOutsideTheirSubtree)
{
    auto lower = district_administrator();
    EXPECT_EQ(add_account(app(), lower, somebody(cast::museum_cell().id)).error().kind, Kind::not_found);
    EXPECT_EQ(grant_role(app(), lower, id_of(Role::cell_secretary), Role::auditor, cast::province().id,
                         {.first = app().today(), .until = {}})
                  .error()
                  .kind,
              Kind::not_found);
    auto without_unit = somebody({});
    without_unit.role = {};
    without_unit.organisation = {};
    EXPECT_FALSE(add_account(app(), lower, without_unit));
    EXPECT_TRUE(add_account(app(), actor(Role::administrator), without_unit));
}

TEST_P(AccountsTest, NobodyChangesTheirOwnAccount)
{
    auto administrator = actor(Role::administrator);
    auto own = *administrator.account;
    EXPECT_EQ(
        grant_role(app(), administrator, own, Role::auditor, cast::province().id, {.first = app().today(), .until = {}})
            .error()
            .kind,
        Kind::refused);
    EXPECT_EQ(end_grant(app(), administrator, own, administrator.grants.front().id).error().kind, Kind::refused);
    EXPECT_EQ(disable_account(app(), administrator, own).error().kind, Kind::refused);
    EXPECT_EQ(reset_password(app(), administrator, own, "một mật khẩu khác hẳn").error().kind, Kind::refused);
}

TEST_P(AccountsTest, OnlyTheRoleOfAdministratorChangesAccounts)
{
    for (auto role : all_roles()) {
        if (role == Role::administrator)
            continue;
        auto target = role == Role::auditor ? Role::helper : Role::auditor;
        EXPECT_FALSE(disable_account(app(), actor(role), id_of(target))) << key_of(role);
        EXPECT_FALSE(add_account(app(), actor(role), somebody(cast::village_cell().id))) << key_of(role);
    }
}

TEST_P(AccountsTest, ANewAccountMustChooseItsOwnPassword)
{
    auto id = add_account(app(), actor(Role::administrator), somebody(cast::village_cell().id)).value();
    auto who = session_of(app(), sign_in(app(), "nguoi.moi", password).value().token);
    EXPECT_TRUE(who->must_change_password);
    auto token = make_api_token(app(), who->actor, id, "thử", {}).value();
    EXPECT_FALSE(bearer_of(app(), token));
    ASSERT_TRUE(change_own_password(app(), who->actor, password, "một mật khẩu khác hẳn"));
    EXPECT_TRUE(bearer_of(app(), token));
}

TEST_P(AccountsTest, ANameIsTakenOnce)
{
    ASSERT_TRUE(add_account(app(), actor(Role::administrator), somebody(cast::village_cell().id)));
    EXPECT_EQ(add_account(app(), actor(Role::administrator), somebody(cast::village_cell().id)).error().kind,
              Kind::conflict);
}

TEST_P(AccountsTest, WrongInputIsNamed)
{
    auto wanted = somebody(cast::village_cell().id);
    wanted.name = "Có Dấu";
    EXPECT_EQ(add_account(app(), actor(Role::administrator), wanted).error().fields.front().name, "name");
    wanted = somebody(cast::village_cell().id);
    wanted.password = "ngắn";
    EXPECT_EQ(add_account(app(), actor(Role::administrator), wanted).error().fields.front().name, "password");
    wanted = somebody(cast::village_cell().id);
    wanted.until = app().today();
    EXPECT_EQ(add_account(app(), actor(Role::administrator), wanted).error().fields.front().name, "until");
}

TEST_P(AccountsTest, GrantsHaveDaysAndEndAtOnce)
{
    auto administrator = actor(Role::administrator);
    auto helper = id_of(Role::helper);
    Validity later{.first = app().today().plus_days(10), .until = {}};
    auto id = grant_role(app(), administrator, helper, Role::cell_secretary, cast::school_cell().id, later).value();
    EXPECT_EQ(
        grant_role(app(), administrator, helper, Role::cell_secretary, cast::school_cell().id, later).error().kind,
        Kind::conflict);
    EXPECT_EQ(actor(Role::helper).grants.size(), 1U);
    pass_time(24h * 10);
    EXPECT_EQ(actor(Role::helper).grants.size(), 2U);
    ASSERT_TRUE(end_grant(app(), administrator, helper, id));
    EXPECT_EQ(actor(Role::helper).grants.size(), 1U);
    EXPECT_EQ(last_recorded(2), (std::vector<std::string>{"grant.add account:7", "grant.end account:7"}));
    EXPECT_FALSE(end_grant(app(), administrator, helper, id));
    EXPECT_EQ(end_grant(app(), administrator, id_of(Role::auditor), id).error().kind, Kind::not_found);
}

TEST_P(AccountsTest, ATokenIsMadeByItsOwnerAndExpires)
{
    auto owner = actor(Role::auditor);
    EXPECT_EQ(make_api_token(app(), actor(Role::administrator), *owner.account, "mượn", {}).error().kind,
              Kind::refused);
    auto token = make_api_token(app(), owner, *owner.account, "báo cáo", app().today()).value();
    EXPECT_EQ(bearer_of(app(), token)->actor.name, "auditor");
    EXPECT_TRUE(bearer_of(app(), token)->csrf.empty());
    auto listed = list_api_tokens(app(), actor(Role::administrator), *owner.account).value();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed.front().expires, app().today());
    pass_time(14h);
    EXPECT_FALSE(bearer_of(app(), token));
    EXPECT_TRUE(list_api_tokens(app(), owner, *owner.account)->empty());
}

TEST_P(AccountsTest, ATokenIsRevokedByItsOwnerOrAnAdministratorAndNobodyElse)
{
    auto owner = actor(Role::auditor);
    auto token = make_api_token(app(), owner, *owner.account, "báo cáo", {}).value();
    auto id = list_api_tokens(app(), owner, *owner.account)->front().id;
    EXPECT_FALSE(revoke_api_token(app(), actor(Role::helper), *owner.account, id));
    EXPECT_EQ(revoke_api_token(app(), actor(Role::helper), id_of(Role::helper), id).error().kind, Kind::not_found);
    EXPECT_FALSE(list_api_tokens(app(), actor(Role::helper), *owner.account));
    ASSERT_TRUE(bearer_of(app(), token));
    ASSERT_TRUE(revoke_api_token(app(), actor(Role::administrator), *owner.account, id));
    EXPECT_FALSE(bearer_of(app(), token));
}

} // namespace
} // namespace phusa
