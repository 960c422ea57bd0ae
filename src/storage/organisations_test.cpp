#include "cast/cast.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisation_places.hpp"
#include "storage/organisations.hpp"
#include "storage/storage_test.hpp"
#include "storage/successions.hpp"

#include <algorithm>

namespace phusa::storage
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

} // namespace

using OrganisationsTest = StorageTest;
ON_BOTH_DATABASES(OrganisationsTest);

TEST_P(OrganisationsTest, a_unit_comes_back_as_it_was_stored)
{
    store_cast();
    auto session = database().read();
    auto found = organisation_on(session, cast::village_cell().id, cast::today());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, cast::village_cell().name);
    EXPECT_EQ(found->code, cast::village_cell().code);
    EXPECT_EQ(found->kind, cast::village_cell().kind);
    EXPECT_EQ(found->parent, cast::village_cell().parent);
    EXPECT_EQ(found->valid, cast::village_cell().valid);
    EXPECT_EQ(organisations_on(session, cast::today()).size(), cast::organisations().size());
    EXPECT_EQ(organisation_by_code(session, "99.002", cast::today())->id, cast::bloc().id);
}

TEST_P(OrganisationsTest, a_change_from_a_day_keeps_what_was_before)
{
    store_cast();
    auto moved = day("2025-07-01");
    auto first = audit_head_now();
    auto session = database().read();
    auto unit = *latest_organisation(session, cast::commune().id);
    unit.parent = cast::province().id;
    unit.name = "Đảng bộ xã Bồi Hạ mới";
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(change_organisation(transaction, unit, moved, by));
    });
    EXPECT_EQ(organisation_on(session, unit.id, day("2025-06-30"))->parent, cast::district().id);
    EXPECT_EQ(organisation_on(session, unit.id, moved)->parent, cast::province().id);
    EXPECT_EQ(organisation_history(session, unit.id).size(), 3U);
    EXPECT_FALSE(is_within(session, unit.id, cast::district().id));
    EXPECT_TRUE(is_within(session, cast::village_cell().id, cast::province().id));

    auto as_before = organisations_on(session, moved, first);
    auto found = std::ranges::find(as_before, unit.id, &Organisation::id);
    ASSERT_NE(found, as_before.end());
    EXPECT_EQ(found->parent, cast::district().id);
}

TEST_P(OrganisationsTest, whoever_read_an_older_version_is_told)
{
    store_cast();
    auto session = database().read();
    auto mine = *latest_organisation(session, cast::commune().id);
    auto yours = mine;
    mine.name = "Tên của tôi";
    yours.name = "Tên của bạn";
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(correct_organisation(transaction, mine, by)); });
    write([&](Transaction& transaction, AuditNumber by) {
        auto refused = correct_organisation(transaction, yours, by);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Problem::Kind::conflict);
    });
    EXPECT_EQ(latest_organisation(session, mine.id)->name, "Tên của tôi");
}

TEST_P(OrganisationsTest, a_code_belongs_to_one_unit_on_any_day)
{
    store_cast();
    auto twin = cast::bloc();
    twin.id = {};
    write([&](Transaction& transaction, AuditNumber by) {
        auto refused = add_organisation(transaction, twin, by);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fields.at(0).name, "code");
        auto session_unit = *latest_organisation(transaction, cast::bloc().id);
        ASSERT_TRUE(end_organisation(transaction, session_unit, day("2025-07-01"), by));
        twin.valid.first = day("2025-07-01");
        EXPECT_TRUE(add_organisation(transaction, twin, by));
    });
    auto session = database().read();
    EXPECT_EQ(organisation_by_code(session, twin.code, day("2025-06-30"))->id, cast::bloc().id);
    EXPECT_NE(organisation_by_code(session, twin.code, day("2025-07-01"))->id, cast::bloc().id);
    EXPECT_FALSE(organisation_on(session, cast::bloc().id, day("2025-07-01")));
}

TEST_P(OrganisationsTest, places_follow_the_codes)
{
    store_cast();
    auto session = database().read();
    auto places = organisation_places(session);
    ASSERT_EQ(places.size(), cast::organisations().size());
    EXPECT_EQ(places.front().organisation, cast::province().id);
    EXPECT_EQ(places.front().last, static_cast<std::int64_t>(places.size()));
    EXPECT_EQ(places.at(1).organisation, cast::district().id);
    EXPECT_EQ(places.at(1).depth, 1);
    // The Youth Union stands beside the commune: whoever sees the commune sees it.
    EXPECT_TRUE(is_within(session, cast::youth_union().id, cast::commune().id));
    EXPECT_FALSE(is_within(session, cast::museum_cell().id, cast::district().id));
    EXPECT_FALSE(is_within(session, OrganisationId(4711), cast::province().id));
}

TEST_P(OrganisationsTest, a_unit_with_people_cannot_be_withdrawn)
{
    store_cast();
    write([](Transaction& transaction, AuditNumber by) {
        EXPECT_FALSE(withdraw_organisation(transaction, cast::village_cell().id, by));
        EXPECT_FALSE(withdraw_organisation(transaction, cast::district().id, by));
        EXPECT_TRUE(withdraw_organisation(transaction, cast::political_centre().id, by));
    });
    auto session = database().read();
    EXPECT_FALSE(latest_organisation(session, cast::political_centre().id));
    EXPECT_FALSE(place_of(session, cast::political_centre().id));
}

TEST_P(OrganisationsTest, counts_are_by_kind)
{
    store_cast();
    auto session = database().read();
    std::int64_t units = 0;
    for (auto [kind, count] : count_organisations(session, cast::today()))
        units += count;
    EXPECT_EQ(units, static_cast<std::int64_t>(cast::organisations().size()));
}

TEST_P(OrganisationsTest, successions_are_found_from_both_sides)
{
    store_cast();
    Succession merged{.kind = SuccessionKind::merged,
                      .on = day("2025-07-01"),
                      .from = cast::district().id,
                      .to = cast::province().id,
                      .document = "NQ 60-NQ/TW"};
    write([&](Transaction& transaction, AuditNumber by) { add_successions(transaction, {&merged, 1}, by); });
    auto session = database().read();
    EXPECT_EQ(successions_of(session, cast::district().id).size(), 1U);
    EXPECT_EQ(successions_of(session, cast::province().id).at(0).document, merged.document);
    EXPECT_TRUE(successions_of(session, cast::museum_cell().id).empty());
}

TEST_P(OrganisationsTest, a_fact_is_not_recorded_twice_for_the_same_days)
{
    store_cast();
    OrganisationFact fact;
    fact.organisation = cast::village_cell().id;
    fact.valid.first = day("2024-01-01");
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(add_organisation_fact(transaction, fact, by));
        EXPECT_FALSE(add_organisation_fact(transaction, fact, by));
    });
    auto session = database().read();
    auto stored = organisation_facts(session, fact.organisation).at(0);
    auto before = audit_head_now();
    write([&](Transaction& transaction, AuditNumber by) {
        stored.valid.until = day("2025-01-01");
        ASSERT_TRUE(correct_organisation_fact(transaction, stored, by));
        EXPECT_FALSE(correct_organisation_fact(transaction, stored, by));
    });
    EXPECT_TRUE(organisation_facts_on(session, cast::today()).empty());
    EXPECT_EQ(organisation_facts_on(session, cast::today(), before).size(), 1U);
}

} // namespace phusa::storage
