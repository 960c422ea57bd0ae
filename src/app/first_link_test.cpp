#include "app/accounts.hpp"
#include "app/first_link.hpp"
#include "app/register_test.hpp"
#include "base/limits.hpp"

namespace phusa
{
namespace
{

using Kind = Problem::Kind;

class FirstLinkTest : public RegisterTest
{
protected:
    // The cast has an administrator; without them a first link is made.
    void lose_the_administrator()
    {
        ASSERT_TRUE(disable_account(app(), Actor::program("phusa test"), id_of(Role::administrator)));
    }
    FirstAdministrator wanted() const
    {
        return {.name = "quan.tri",
                .display_name = "Người quản trị",
                .password = std::string(password),
                .unit = {.code = "34", .name = "Đảng bộ tỉnh", .founded = {}}};
    }
};
ON_BOTH_REGISTERS(FirstLinkTest);

TEST_P(FirstLinkTest, NoneIsMadeWhileSomebodyCanAdminister)
{
    EXPECT_TRUE(has_administrator(app()));
    EXPECT_FALSE(make_first_link(app()));
}

TEST_P(FirstLinkTest, WorksOnce)
{
    lose_the_administrator();
    auto token = make_first_link(app()).value();
    EXPECT_TRUE(first_link_is_good(app(), token));
    EXPECT_FALSE(first_link_is_good(app(), token + "x"));
    auto opened = make_first_administrator(app(), token, wanted());
    ASSERT_TRUE(opened);
    auto who = session_of(app(), opened->token);
    EXPECT_EQ(who->actor.grants.front().role, Role::administrator);
    EXPECT_EQ(who->actor.grants.front().organisation, cast::province().id);
    EXPECT_FALSE(first_link_is_good(app(), token));
    EXPECT_EQ(make_first_administrator(app(), token, wanted()).error().kind, Kind::not_found);
}

TEST_P(FirstLinkTest, ExpiresAndIsReplacedByANewerOne)
{
    lose_the_administrator();
    auto first = make_first_link(app()).value();
    auto second = make_first_link(app()).value();
    EXPECT_FALSE(first_link_is_good(app(), first));
    EXPECT_TRUE(first_link_is_good(app(), second));
    pass_time(limit::first_link_life_max);
    EXPECT_FALSE(first_link_is_good(app(), second));
    EXPECT_FALSE(make_first_administrator(app(), second, wanted()));
}

TEST_P(FirstLinkTest, AWeakPasswordIsRefusedAndTheLinkStaysGood)
{
    lose_the_administrator();
    auto token = make_first_link(app()).value();
    auto weak = wanted();
    weak.password = "admin";
    EXPECT_EQ(make_first_administrator(app(), token, weak).error().fields.front().name, "password");
    weak.password = "matkhau123456";
    EXPECT_EQ(make_first_administrator(app(), token, weak).error().fields.front().name, "password");
    EXPECT_TRUE(make_first_administrator(app(), token, wanted()));
}

TEST_P(FirstLinkTest, WhereUnitsAreThereNoneIsFounded)
{
    auto units = app().tree()->size();
    EXPECT_EQ(found_first_unit(app(), Actor::program("phusa test"), wanted().unit).value(), cast::province().id);
    EXPECT_EQ(app().tree()->size(), units);
}

} // namespace
} // namespace phusa
