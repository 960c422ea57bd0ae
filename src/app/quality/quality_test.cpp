#include "app/quality/quality_test.hpp"

namespace phusa
{

namespace
{

ON_BOTH_REGISTERS(DataQualityTest);

TEST_P(DataQualityTest, findsWhatIsMissingByUnitAndWithinTheScope)
{
    auto all = data_quality(app(), commission(), {});
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(all->unit.id, cast::province().id);
    EXPECT_FALSE(all->parts.empty());
    auto village = data_quality(app(), secretary(), {});
    ASSERT_TRUE(village);
    EXPECT_EQ(village->unit.id, cast::village_cell().id);
    EXPECT_LT(village->people_with_faults, all->people_with_faults);
    // An old soldier whose birthday nobody knows; he is a member, so it is asked for.
    auto keys = faults_of(cast::gio().person.id, secretary());
    EXPECT_NE(std::ranges::find(keys, "born.day"), keys.end());
    // Sen has not applied: nothing is asked of her.
    EXPECT_TRUE(faults_of(cast::sen().person.id, secretary()).empty());
    // The museum lies elsewhere.
    EXPECT_FALSE(faults_of(cast::que().person.id, commission()).empty());
    EXPECT_TRUE(faults_of(cast::que().person.id, secretary()).empty());
    EXPECT_EQ(data_quality(app(), secretary(), cast::museum_cell().id).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(data_quality(app(), actor(Role::auditor), {}).error().kind, Problem::Kind::refused);
}

TEST_P(DataQualityTest, partsAndListsAddUpToTheWhole)
{
    auto all = data_quality(app(), commission(), {}).value();
    FaultCounts sum = {};
    for (const auto& part : all.parts)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += part.groups[i];
    EXPECT_EQ(sum[0], all.groups[0]);
    EXPECT_EQ(sum[1], all.groups[1]);
    for (std::size_t i = 0; i < data_checks().size(); ++i) {
        FaultQuestion question{.organisation = all.unit.id, .check = std::string(data_checks()[i].key), .group = {}};
        EXPECT_EQ(list_faults(app(), commission(), question)->total, all.counts[i]) << data_checks()[i].key;
        auto rows = export_faults(app(), commission(), question).value();
        std::int64_t exported = 0;
        for (auto piece = rows.next(); !piece.empty(); piece = rows.next())
            exported += static_cast<std::int64_t>(piece.size());
        EXPECT_EQ(exported, all.counts[i]) << data_checks()[i].key;
    }
}

TEST_P(DataQualityTest, aPairIsShownOnlyToWhoSeesBoth)
{
    twin_of_lua();
    EXPECT_TRUE(has_pair(office()));
    EXPECT_FALSE(has_pair(secretary()));
}

TEST_P(DataQualityTest, twoRecordsBecomeOneAndTwoAgain)
{
    auto twin = twin_of_lua();
    auto lua = cast::lua().person.id;
    auto before = content();
    auto asked = wish(lua, twin);
    auto merged = merge_people(app(), office(), asked);
    ASSERT_TRUE(merged) << merged.error().message;
    {
        auto session = app().database().read();
        EXPECT_FALSE(storage::person(session, twin));
        EXPECT_EQ(storage::person(session, lua)->phone, "0900000077");
        EXPECT_EQ(storage::read_identity(session, lua), number_of_twin);
        EXPECT_EQ(storage::admissions_of(session, lua).size(), 1U); // the same one, counted once
        ASSERT_EQ(storage::dossiers_of(session, lua).size(), 1U);
        auto dossier = storage::dossiers_of(session, lua).front();
        EXPECT_EQ(dossier.regimes.front().consent.number, "12-CV/HU");
        EXPECT_EQ(storage::dossier_acts_of(session, dossier.id).front().note, "Đơn viết tay");
    }
    EXPECT_FALSE(has_pair(office()));
    auto record = merged_record(app(), office(), twin);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->kept.id, lua);
    EXPECT_EQ(record->reason, why);
    EXPECT_TRUE(record->can_undo);
    EXPECT_EQ(records_merged_into(app(), lua).size(), 1U);
    EXPECT_NE(content(), before);

    auto undone = undo_merge(app(), office(), twin);
    ASSERT_TRUE(undone) << undone.error().message;
    EXPECT_EQ(content(), before);
    EXPECT_TRUE(has_pair(office()));
    EXPECT_FALSE(merged_record(app(), office(), twin));
    EXPECT_EQ(audit_of("person.merge").size(), 1U);
    EXPECT_EQ(audit_of("person.unmerge").size(), 1U);
    // And once more, the other way round.
    auto again = wish(twin, lua);
    again.from_other = {"home"};
    ASSERT_TRUE(merge_people(app(), office(), again));
    ASSERT_TRUE(undo_merge(app(), office(), lua));
    EXPECT_EQ(content(), before);
}

TEST_P(DataQualityTest, whatTheOtherRecordAloneKnowsIsMovedAndStandingFollows)
{
    PersonId other;
    write([&](storage::Transaction& transaction, AuditNumber by) {
        auto twin = cast::lua().person;
        twin.id = {};
        twin.standing = Standing::official;
        other = storage::add_person(transaction, twin, by);
        MembershipEvent event;
        event.person = other;
        event.on = *Date::from_iso("2026-11-20");
        storage::add_membership_event(transaction, event, by);
    });
    auto lua = cast::lua().person.id;
    auto before = content();
    auto asked = wish(lua, other);
    asked.from_other.clear();
    asked.events = {merge_view(app(), office(), lua, other)->other.events.front().id};
    ASSERT_TRUE(merge_people(app(), office(), asked));
    {
        auto session = app().database().read();
        EXPECT_EQ(storage::person(session, lua)->standing, Standing::official);
        EXPECT_EQ(storage::membership_events_of(session, lua).size(), 1U);
    }
    ASSERT_TRUE(undo_merge(app(), office(), other));
    EXPECT_EQ(content(), before);
}

TEST_P(DataQualityTest, whatRestsOnAMergeKeepsIt)
{
    auto twin = twin_of_lua();
    auto lua = cast::lua().person.id;
    ASSERT_TRUE(merge_people(app(), office(), wish(lua, twin)));
    auto read = person_to_correct(app(), office(), lua).value();
    auto wanted = read;
    wanted.work = "Làm ruộng";
    ASSERT_TRUE(correct_person(app(), office(), read, wanted, why));
    EXPECT_EQ(undo_merge(app(), office(), twin).error().kind, Problem::Kind::refused);
    EXPECT_FALSE(merged_record(app(), office(), twin)->can_undo);
}

TEST_P(DataQualityTest, aMergeNeedsBothTheReasonAndTheVersionsAsRead)
{
    auto twin = twin_of_lua();
    auto lua = cast::lua().person.id;
    auto before = content();
    auto asked = wish(lua, twin);
    EXPECT_EQ(merge_people(app(), secretary(), asked).error().kind,
              Problem::Kind::not_found); // the school is not theirs
    auto stale = asked;
    stale.other_version -= 1;
    EXPECT_EQ(merge_people(app(), office(), stale).error().kind, Problem::Kind::conflict);
    auto silent = asked;
    silent.reason = "vì";
    EXPECT_EQ(merge_people(app(), office(), silent).error().kind, Problem::Kind::invalid);
    auto same = asked;
    same.other = lua;
    EXPECT_FALSE(merge_people(app(), office(), same));
    EXPECT_EQ(content(), before);
    EXPECT_TRUE(audit_of("person.merge").empty());
}

TEST_P(DataQualityTest, twoPeopleAreMarkedAndUnmarked)
{
    auto twin = twin_of_lua();
    auto lua = cast::lua().person.id;
    EXPECT_FALSE(mark_distinct(app(), office(), lua, twin, "không"));
    ASSERT_TRUE(mark_distinct(app(), office(), twin, lua, why));
    EXPECT_FALSE(has_pair(office()));
    EXPECT_TRUE(merge_view(app(), office(), lua, twin)->is_marked_distinct);
    EXPECT_EQ(merges_done(app(), office())->marked.size(), 1U);
    EXPECT_TRUE(merges_done(app(), secretary())->marked.empty());
    ASSERT_TRUE(unmark_distinct(app(), office(), lua, twin));
    EXPECT_TRUE(has_pair(office()));
}

} // namespace

} // namespace phusa
