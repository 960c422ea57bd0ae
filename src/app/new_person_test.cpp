#include "app/new_person.hpp"
#include "app/people.hpp"
#include "app/people_test.hpp"

namespace phusa
{

namespace
{

class NewPersonTest : public PeopleTest
{
protected:
    static NewcomerFacts somebody()
    {
        return {.name = "LÊ THỊ BÔNG LÚA",
                .born = *PartialDate::from_iso("2001-04-30"),
                .cell = cast::village_cell().id,
                .since = *Date::from_iso("2025-01-02"),
                .agreed = true};
    }

    Problem::Kind refused(Role role, const NewcomerFacts& facts)
    {
        auto added = add_person(app(), actor(role), facts);
        EXPECT_FALSE(added);
        return added ? Problem::Kind::unavailable : added.error().kind;
    }
};

TEST_P(NewPersonTest, SomebodyWhoIsNoMemberIsFollowedByTheCell)
{
    auto id = add_person(app(), actor(Role::cell_secretary), somebody());
    ASSERT_TRUE(id) << id.error().message;
    auto seen = show_person(app(), actor(Role::cell_secretary), *id)->person;
    EXPECT_EQ(seen.name, "Lê Thị Bông Lúa");
    EXPECT_EQ(seen.standing, Standing::none);
    EXPECT_EQ(seen.cell, cast::village_cell().id);
    EXPECT_EQ(audit_of("person.add").size(), 1U);
}

TEST_P(NewPersonTest, AMemberIsOnProbationAndThenOfficial)
{
    auto facts = somebody();
    facts.is_member = true;
    facts.admitted = Date::from_iso("2020-02-03");
    facts.recognised = Date::from_iso("2021-02-03");
    auto id = add_person(app(), actor(Role::grassroots_office), facts);
    ASSERT_TRUE(id) << id.error().message;
    auto seen = *show_person(app(), actor(Role::grassroots_office), *id);
    EXPECT_EQ(seen.person.standing, Standing::official);
    ASSERT_EQ(seen.admissions.size(), 1U);
    EXPECT_EQ(seen.admissions.front().admission.ceremony_on, facts.admitted);
    ASSERT_EQ(seen.events.size(), 1U);
    EXPECT_EQ(seen.events.front().on, facts.recognised);
}

TEST_P(NewPersonTest, AnAdmissionElsewhereIsNoneOfThisRegister)
{
    auto facts = somebody();
    facts.is_member = true;
    facts.admitted = Date::from_iso("2010-02-03");
    facts.recognised = Date::from_iso("2011-02-03");
    facts.admitted_elsewhere = true;
    auto id = add_person(app(), actor(Role::grassroots_office), facts);
    ASSERT_TRUE(id) << id.error().message;
    auto seen = *show_person(app(), actor(Role::grassroots_office), *id);
    EXPECT_EQ(seen.person.standing, Standing::official);
    EXPECT_TRUE(seen.admissions.empty());
}

TEST_P(NewPersonTest, NobodyIsAddedUnaskedOrTwiceOrElsewhere)
{
    auto unasked = somebody();
    unasked.agreed = false;
    EXPECT_EQ(refused(Role::cell_secretary, unasked), Problem::Kind::invalid);
    auto foreign = somebody();
    foreign.cell = cast::museum_cell().id;
    EXPECT_EQ(refused(Role::cell_secretary, foreign), Problem::Kind::not_found);
    auto committee = somebody();
    committee.cell = cast::commune().id;
    EXPECT_EQ(refused(Role::grassroots_office, committee), Problem::Kind::invalid);
    auto tomorrow = somebody();
    tomorrow.since = app().today().plus_days(1);
    EXPECT_EQ(refused(Role::cell_secretary, tomorrow), Problem::Kind::invalid);
    ASSERT_TRUE(add_person(app(), actor(Role::cell_secretary), somebody()));
    EXPECT_EQ(refused(Role::cell_secretary, somebody()), Problem::Kind::conflict);
}

TEST_P(NewPersonTest, AnAuditorAddsNobody)
{
    auto kind = refused(Role::auditor, somebody());
    EXPECT_TRUE(kind == Problem::Kind::refused || kind == Problem::Kind::not_found);
}

ON_BOTH_REGISTERS(NewPersonTest);

} // namespace

} // namespace phusa
