#include "app/gate.hpp"
#include "app/register_test.hpp"
#include "storage/audit.hpp"
#include "storage/organisations.hpp"

namespace phusa
{
namespace
{

using Kind = Problem::Kind;

class GateTest : public RegisterTest
{
protected:
    // Ok as nullopt.
    std::optional<Kind> answer(const Actor& actor, Right right, OrganisationId unit)
    {
        auto passed = Gate(app(), actor).pass(right, unit);
        return passed ? std::nullopt : std::optional(passed.error().kind);
    }
};
ON_BOTH_REGISTERS(GateTest);

TEST_P(GateTest, ARightHoldsOnTheUnitAndEverythingBelow)
{
    auto office = actor(Role::grassroots_office);
    EXPECT_EQ(answer(office, Right::see_people, cast::commune().id), std::nullopt);
    EXPECT_EQ(answer(office, Right::see_people, cast::village_cell().id), std::nullopt);
    EXPECT_EQ(answer(office, Right::see_people, cast::district().id), Kind::not_found);
    EXPECT_EQ(answer(office, Right::see_people, cast::museum_cell().id), Kind::not_found);
}

TEST_P(GateTest, WithinTheScopeWhatTheRoleMayNotIsRefused)
{
    auto administrator = actor(Role::administrator);
    EXPECT_EQ(answer(administrator, Right::see_accounts, cast::village_cell().id), std::nullopt);
    EXPECT_EQ(answer(administrator, Right::see_people, cast::village_cell().id), Kind::refused);
}

TEST_P(GateTest, AUnitThatNeverWasIsAnsweredLikeAForeignOne)
{
    auto office = actor(Role::grassroots_office);
    auto foreign = Gate(app(), office).pass(Right::see_people, cast::museum_cell().id);
    auto unknown = Gate(app(), office).pass(Right::see_people, OrganisationId(987654));
    EXPECT_EQ(foreign.error().kind, unknown.error().kind);
    EXPECT_EQ(foreign.error().message, unknown.error().message);
}

TEST_P(GateTest, NoGrantMeansNoRight)
{
    Actor nobody{.account = AccountId(99), .name = "ai-do", .display_name = "Ai đó", .grants = {}};
    Gate gate(app(), nobody);
    for (const auto& unit : cast::organisations())
        EXPECT_EQ(gate.pass(Right::see_organisations, unit.id).error().kind, Kind::not_found);
    EXPECT_FALSE(gate.has(Right::see_organisations));
    EXPECT_TRUE(gate.ranges(Right::see_organisations).empty());
    EXPECT_FALSE(gate.home());
}

TEST_P(GateTest, AGrantHoldsOnItsDaysOnly)
{
    auto office = actor(Role::grassroots_office);
    office.grants.front().valid = {.first = app().today().plus_days(1), .until = {}};
    EXPECT_EQ(answer(office, Right::see_people, cast::commune().id), Kind::not_found);
    office.grants.front().valid = {.first = app().today().plus_days(-9), .until = app().today()};
    EXPECT_EQ(answer(office, Right::see_people, cast::commune().id), Kind::not_found);
    EXPECT_TRUE(Gate(app(), office).ranges(Right::see_people).empty());
    office.grants.front().valid.until = app().today().plus_days(1);
    EXPECT_EQ(answer(office, Right::see_people, cast::commune().id), std::nullopt);
}

TEST_P(GateTest, AMassOrganisationIsJudgedByTheUnitItStandsBeside)
{
    EXPECT_EQ(answer(actor(Role::grassroots_office), Right::see_organisations, cast::youth_union().id), std::nullopt);
    EXPECT_EQ(answer(actor(Role::mass_organisation), Right::see_organisations, cast::commune().id), std::nullopt);
    EXPECT_EQ(answer(actor(Role::mass_organisation), Right::see_organisations, cast::district().id), Kind::not_found);
    EXPECT_EQ(answer(actor(Role::mass_organisation), Right::see_people, cast::commune().id), Kind::refused);
}

TEST_P(GateTest, ADissolvedUnitIsJudgedByTheTreeOfItsLastDay)
{
    auto transaction = app().database().write();
    auto by = storage::append(
        transaction,
        {.at = app().clock().now(), .actor_name = "kiem-thu", .action = "test.end", .subject = "organisation"});
    auto cell = storage::latest_organisation(transaction, cast::village_cell().id);
    ASSERT_TRUE(storage::end_organisation(transaction, *cell, app().today().plus_days(-3), by));
    transaction.commit();
    app().forget_trees();
    ASSERT_FALSE(app().tree()->find(cast::village_cell().id));
    EXPECT_EQ(answer(actor(Role::grassroots_office), Right::see_people, cast::village_cell().id), std::nullopt);
    auto museum = actor(Role::grassroots_office);
    museum.grants.front().organisation = cast::museum_cell().id;
    EXPECT_EQ(answer(museum, Right::see_people, cast::village_cell().id), Kind::not_found);
}

TEST_P(GateTest, RangesAreDisjointAndHomeIsTheHighest)
{
    auto office = actor(Role::grassroots_office);
    auto below = office.grants.front();
    below.organisation = cast::village_cell().id;
    auto beside = office.grants.front();
    beside.organisation = cast::museum_cell().id;
    office.grants = {below, beside, office.grants.front()};
    Gate gate(app(), office);
    auto ranges = gate.ranges(Right::see_people);
    ASSERT_EQ(ranges.size(), 2U);
    EXPECT_LT(ranges[0].last, ranges[1].first);
    EXPECT_TRUE(ranges[0].contains(*gate.tree().find(cast::school_cell().id)));
    EXPECT_EQ(gate.tree().depth(ranges[0].first), gate.tree().depth(*gate.tree().find(*gate.home())));
}

TEST_P(GateTest, AProgramMayDoAllWithUnitsThatAre)
{
    auto program = Actor::program("phusa test");
    EXPECT_EQ(answer(program, Right::change_organisations, cast::province().id), std::nullopt);
    EXPECT_EQ(answer(program, Right::change_organisations, OrganisationId(987654)), Kind::not_found);
}

} // namespace
} // namespace phusa
