#include "app/import/import.hpp"
#include "app/membership_correction.hpp"
#include "app/people_test.hpp"
#include "app/quality/merge.hpp"
#include "app/quality/sheet.hpp"
#include "app/quality/worklist.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/identities.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::string_view why = "Đã đối chiếu căn cước và lý lịch";
constexpr std::string_view number_of_twin = "034000000077";

class DataQualityTest : public PeopleTest
{
protected:
    Actor commission() { return actor(Role::province_commission); }
    Actor office() { return actor(Role::grassroots_office); }
    Actor secretary() { return actor(Role::cell_secretary); }

    // Lúa once more, as the school cell wrote him down, with a number, an own admission and a dossier with a note.
    PersonId twin_of_lua()
    {
        PersonId id;
        write([&](storage::Transaction& transaction, AuditNumber by) {
            auto twin = cast::lua().person;
            twin.id = {};
            twin.cell = cast::school_cell().id;
            twin.phone = "0900000077";
            twin.home.clear();
            id = storage::add_person(transaction, twin, by);
            EXPECT_TRUE(storage::set_identity(transaction, id, number_of_twin, by));
            auto admission = cast::lua().admissions.front();
            admission.id = {};
            admission.person = id;
            storage::add_admission(transaction, admission, by);
            Dossier dossier;
            dossier.person = id;
            dossier.cell = cast::school_cell().id;
            dossier.opened = *Date::from_iso("2025-10-01");
            dossier.regimes = {{.regime = SpecialRegime::foreign_marriage, .consent = {.number = "12-CV/HU"}}};
            auto dossier_id = storage::add_dossier(transaction, dossier, by);
            RecordedAct act;
            act.dossier = dossier_id;
            act.act.kind = ActKind::application;
            act.act.on = *Date::from_iso("2025-10-02");
            act.note = "Đơn viết tay";
            storage::add_dossier_act(transaction, act, id, by);
        });
        return id;
    }

    MergeWish wish(PersonId kept, PersonId other)
    {
        auto view = merge_view(app(), office(), kept, other).value();
        return {.kept = kept,
                .other = other,
                .kept_version = view.kept.person.version,
                .other_version = view.other.person.version,
                .from_other = {"phone", "identity"},
                .admissions = {},
                .events = {},
                .reason = std::string(why)};
    }

    // All that stands of people and what befell them, and of dossiers with what is sealed.
    std::string content()
    {
        std::string text;
        for (auto kind : {ImportKind::members, ImportKind::admissions}) {
            auto rows = export_kind(app(), Actor::program("phusa export"), {.kind = kind, .org = {}, .with_identities = true});
            auto chunks = write_table(std::move(rows).value(), ExportFormat::csv);
            for (std::string chunk; chunks(chunk); chunk.clear())
                text += chunk;
        }
        auto session = app().database().read();
        for (const auto& bare : storage::all_dossiers(session)) {
            auto dossier = storage::dossier(session, bare.id).value();
            text += fmt::format("dossier {} of {} {}\n", dossier.id.value, dossier.person.value,
                                dossier.regimes.empty() ? "" : dossier.regimes.front().consent.number);
            for (const auto& act : storage::dossier_acts_of(session, bare.id))
                text += fmt::format("act {} {} {}\n", act.id.value, act.who ? act.who->value : 0, act.note);
        }
        for (const auto& one : cast::everyone())
            for (const auto& event : storage::membership_events_of(session, one.person.id))
                text += fmt::format("event {} {}\n", event.id.value, event.on.iso());
        return text;
    }

    std::vector<std::string> faults_of(PersonId person, const Actor& asker)
    {
        std::vector<std::string> keys;
        for (const auto& line : list_faults(app(), asker, {.organisation = {}, .check = {}, .group = {}, .rows = 1000})->rows)
            if (line.person == person)
                keys.emplace_back(line.check->key);
        return keys;
    }
    bool has_pair(const Actor& asker)
    {
        return list_faults(app(), asker, {.organisation = {}, .check = {}, .group = FaultGroup::duplicate})->total > 0;
    }
};
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
    EXPECT_EQ(merge_people(app(), secretary(), asked).error().kind, Problem::Kind::not_found); // the school is not theirs
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

TEST_P(DataQualityTest, theReturnOfASheetFillsWhatWasMissing)
{
    auto sheet = correction_sheet(app(), secretary(), cast::village_cell().id).value();
    auto one = std::ranges::find(sheet.people, cast::gio().person.id, [](const auto& each) { return each.person.id; });
    ASSERT_NE(one, sheet.people.end());
    ASSERT_NE(std::ranges::find(one->gaps, "born"), one->gaps.end());
    ASSERT_NE(std::ranges::find(one->gaps, "identity"), one->gaps.end());
    auto wanted = one->person;
    wanted.born = *PartialDate::from_iso("1948-09-02");
    SheetReturn sent{.read = one->person,
                     .wanted = wanted,
                     .identity = "034048000009",
                     .admission_read = one->admission,
                     .admission_wanted = one->admission,
                     .recognised = {}};
    sent.admission_wanted->decision_number = "7-QĐ/HU";
    sent.admission_wanted->decided_on = *Date::from_iso("1969-01-20");
    auto taken = take_sheet_return(app(), secretary(), sent, cast::today());
    ASSERT_TRUE(taken) << taken.error().message;
    EXPECT_TRUE(*taken);
    auto session = app().database().read();
    auto now = storage::person(session, one->person.id).value();
    EXPECT_EQ(now.born, wanted.born);
    EXPECT_EQ(storage::read_identity(session, now.id), "034048000009");
    EXPECT_EQ(storage::admissions_of(session, now.id).front().decision_number, "7-QĐ/HU");
    auto rows = audit_of("person.correct");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NE(rows.front().details.find("Phiếu rà soát ngày 23/11/2026"), std::string::npos);
    // The number in clear is in no row of the log.
    EXPECT_EQ(rows.front().details.find("034048000009"), std::string::npos);
}

TEST_P(DataQualityTest, aSheetIsMergedByFieldWithWhatOthersChanged)
{
    auto read = person_to_correct(app(), secretary(), cast::gio().person.id).value();
    auto theirs = read;
    theirs.residence = "Thôn Đầu Làng";
    ASSERT_TRUE(correct_person(app(), office(), read, theirs, why));
    auto mine = read;
    mine.born = *PartialDate::from_iso("1948-09-02");
    SheetReturn sent{.read = read, .wanted = mine, .identity = {}, .admission_read = {}, .admission_wanted = {}, .recognised = {}};
    ASSERT_TRUE(take_sheet_return(app(), secretary(), sent, cast::today()));
    auto now = person_to_correct(app(), secretary(), read.id).value();
    EXPECT_EQ(now.residence, "Thôn Đầu Làng");
    EXPECT_EQ(now.born, mine.born);
    mine.born = *PartialDate::from_iso("1948-09-03");
    sent.wanted = mine;
    auto clash = take_sheet_return(app(), secretary(), sent, cast::today());
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().kind, Problem::Kind::conflict);
    EXPECT_EQ(clash.error().fields.front().name, "born");
}

TEST_P(DataQualityTest, whatIsWrongOnASheetIsNamedAndNothingIsWritten)
{
    auto read = person_to_correct(app(), secretary(), cast::gio().person.id).value();
    auto before = content();
    auto wanted = read;
    wanted.home = "Bồi Hạ";
    SheetReturn sent{.read = read, .wanted = wanted, .identity = "12345", .admission_read = {}, .admission_wanted = {}, .recognised = {}};
    EXPECT_EQ(take_sheet_return(app(), secretary(), sent, cast::today()).error().fields.front().name, "identity");
    sent.identity = std::string(identity_of_may); // somebody else's
    EXPECT_EQ(take_sheet_return(app(), secretary(), sent, cast::today()).error().fields.front().name, "identity");
    EXPECT_EQ(content(), before);
    EXPECT_FALSE(correction_sheets(app(), secretary(), cast::museum_cell().id));
    EXPECT_FALSE(correction_sheet(app(), office(), cast::commune().id));
    EXPECT_GE(correction_sheets(app(), office(), cast::commune().id)->size(), 2U);
}

TEST_P(DataQualityTest, anAdmissionIsCorrectedWithItsFormsAndTakenBack)
{
    auto id = cast::may().admissions.front().id;
    auto read = admission_to_correct(app(), secretary(), id).value().fact;
    auto wanted = read;
    wanted.ceremony_on = *Date::from_iso("2009-05-19");
    wanted.decided_on = *Date::from_iso("2009-04-28");
    auto forms = correct_admission(app(), secretary(), read, wanted, why);
    ASSERT_TRUE(forms) << forms.error().message;
    auto told = fmt::format("{}", fmt::join(*forms, "|"));
    EXPECT_NE(told.find("Biểu 2-BTCTW năm 2009"), std::string::npos) << told;
    EXPECT_NE(told.find("Biểu 2-BTCTW năm 2010"), std::string::npos) << told;
    auto view = show_person(app(), secretary(), cast::may().person.id).value();
    ASSERT_EQ(view.past_facts.size(), 1U);
    EXPECT_EQ(view.past_facts.front().changes.front().before, "19/05/2010");
    EXPECT_EQ(view.past_facts.front().reason, why);
    // The same field by two people is a conflict, another one is kept beside it.
    auto other = read;
    other.ceremony_on = *Date::from_iso("2008-05-19");
    EXPECT_EQ(correct_admission(app(), office(), read, other, why).error().kind, Problem::Kind::conflict);
    auto beside = read;
    beside.occupation = Occupation::farmer;
    ASSERT_TRUE(correct_admission(app(), office(), read, beside, why));
    auto now = admission_to_correct(app(), secretary(), id).value().fact;
    EXPECT_EQ(now.ceremony_on, wanted.ceremony_on);
    EXPECT_EQ(now.occupation, Occupation::farmer);
    auto future = now;
    future.ceremony_on = cast::today().plus_days(1);
    EXPECT_EQ(correct_admission(app(), office(), now, future, why).error().fields.front().name, "ceremony_on");
    EXPECT_EQ(admission_to_correct(app(), secretary(), cast::que().admissions.front().id).error().kind,
              Problem::Kind::not_found);

    EXPECT_EQ(withdraw_admission(app(), secretary(), id, read.version, why).error().kind, Problem::Kind::conflict);
    ASSERT_TRUE(withdraw_admission(app(), secretary(), id, now.version, why));
    EXPECT_FALSE(admission_to_correct(app(), secretary(), id));
    EXPECT_TRUE(show_person(app(), secretary(), cast::may().person.id)->past_facts.front().is_withdrawn);
}

TEST_P(DataQualityTest, anEventIsAddedCorrectedAndTakenBackAndStandingFollows)
{
    auto lua = cast::lua().person.id;
    MembershipEvent event;
    event.person = lua;
    event.kind = MembershipEventKind::removed;
    event.on = *Date::from_iso("2026-10-01");
    ASSERT_TRUE(add_event(app(), secretary(), event, why));
    EXPECT_EQ(add_event(app(), secretary(), event, why).error().kind, Problem::Kind::conflict);
    auto view = show_person(app(), secretary(), lua).value();
    EXPECT_EQ(view.person.standing, Standing::removed);
    auto read = view.events.front();
    auto wanted = read;
    wanted.on = *Date::from_iso("2025-10-01"); // before he was admitted
    EXPECT_EQ(correct_event(app(), secretary(), read, wanted, why).error().fields.front().name, "on");
    wanted.on = *Date::from_iso("2026-10-02");
    ASSERT_TRUE(correct_event(app(), secretary(), read, wanted, why));
    auto now = event_to_correct(app(), secretary(), read.id).value();
    EXPECT_EQ(now.fact.on, wanted.on);
    ASSERT_TRUE(withdraw_event(app(), secretary(), read.id, now.fact.version, why));
    EXPECT_EQ(show_person(app(), secretary(), lua)->person.standing, Standing::probationary);
    EXPECT_EQ(event_to_correct(app(), secretary(), cast::que().events.front().id).error().kind, Problem::Kind::not_found);
}

} // namespace

} // namespace phusa
