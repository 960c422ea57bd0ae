#include "app/quality/quality_test.hpp"

namespace phusa
{

namespace
{

class MendingTest : public DataQualityTest
{
};
ON_BOTH_REGISTERS(MendingTest);

TEST_P(MendingTest, theReturnOfASheetFillsWhatWasMissing)
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

TEST_P(MendingTest, aSheetIsMergedByFieldWithWhatOthersChanged)
{
    auto read = person_to_correct(app(), secretary(), cast::gio().person.id).value();
    auto theirs = read;
    theirs.residence = "Thôn Đầu Làng";
    ASSERT_TRUE(correct_person(app(), office(), read, theirs, why));
    auto mine = read;
    mine.born = *PartialDate::from_iso("1948-09-02");
    SheetReturn sent{
        .read = read, .wanted = mine, .identity = {}, .admission_read = {}, .admission_wanted = {}, .recognised = {}};
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

TEST_P(MendingTest, whatIsWrongOnASheetIsNamedAndNothingIsWritten)
{
    auto read = person_to_correct(app(), secretary(), cast::gio().person.id).value();
    auto before = content();
    auto wanted = read;
    wanted.home = "Bồi Hạ";
    SheetReturn sent{.read = read,
                     .wanted = wanted,
                     .identity = "12345",
                     .admission_read = {},
                     .admission_wanted = {},
                     .recognised = {}};
    EXPECT_EQ(take_sheet_return(app(), secretary(), sent, cast::today()).error().fields.front().name, "identity");
    sent.identity = std::string(identity_of_may); // somebody else's
    EXPECT_EQ(take_sheet_return(app(), secretary(), sent, cast::today()).error().fields.front().name, "identity");
    EXPECT_EQ(content(), before);
    EXPECT_FALSE(correction_sheets(app(), secretary(), cast::museum_cell().id));
    EXPECT_FALSE(correction_sheet(app(), office(), cast::commune().id));
    EXPECT_GE(correction_sheets(app(), office(), cast::commune().id)->size(), 2U);
}

TEST_P(MendingTest, anAdmissionIsCorrectedWithItsFormsAndTakenBack)
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

TEST_P(MendingTest, aForgottenAdmissionIsAddedWithItsReason)
{
    auto may = cast::may();
    auto first = may.admissions.front();
    Admission forgotten = first;
    forgotten.cell = {};
    forgotten.ceremony_on = first.counted_on().plus_days(3'000);
    forgotten.decided_on = {};
    forgotten.readmission = false;
    EXPECT_EQ(add_admission(app(), secretary(), forgotten, why).error().fields.front().name, "readmission");
    forgotten.readmission = true;
    // Never left.
    EXPECT_EQ(add_admission(app(), secretary(), forgotten, why).error().fields.front().name, "ceremony_on");
    MembershipEvent left;
    left.person = may.person.id;
    left.kind = MembershipEventKind::resigned;
    left.on = first.counted_on().plus_days(2'000);
    ASSERT_TRUE(add_event(app(), secretary(), left, why));
    ASSERT_TRUE(add_admission(app(), secretary(), forgotten, why));
    EXPECT_EQ(add_admission(app(), secretary(), forgotten, why).error().kind, Problem::Kind::conflict);
    auto view = show_person(app(), secretary(), may.person.id).value();
    ASSERT_EQ(view.admissions.size(), may.admissions.size() + 1);
    EXPECT_EQ(view.admissions.back().admission.ceremony_on, forgotten.ceremony_on);
    EXPECT_EQ(view.admissions.back().admission.cell, may.person.cell);

    // Before what is told to be the first one there is none.
    auto earlier = forgotten;
    earlier.ceremony_on = first.counted_on().plus_days(-400);
    EXPECT_EQ(add_admission(app(), secretary(), earlier, why).error().kind, Problem::Kind::conflict);
    auto undated = forgotten;
    undated.ceremony_on = {};
    EXPECT_FALSE(add_admission(app(), secretary(), undated, why));
    auto future = forgotten;
    future.ceremony_on = cast::today().plus_days(1);
    EXPECT_EQ(add_admission(app(), secretary(), future, why).error().fields.front().name, "ceremony_on");
    EXPECT_FALSE(add_admission(app(), secretary(), forgotten, " "));
}

TEST_P(MendingTest, nobodyIsAdmittedPastADossier)
{
    auto admission = cast::may().admissions.front();
    admission.person = cast::sen().person.id; // followed, no member
    EXPECT_EQ(add_admission(app(), secretary(), admission, why).error().kind, Problem::Kind::refused);
    auto song = cast::song().person; // expelled
    admission.person = song.id;
    admission.readmission = true;
    admission.ceremony_on = cast::today();
    {
        auto transaction = app().database().write();
        storage::add_dossier(transaction, {.person = song.id, .cell = song.cell, .opened = cast::today()},
                             AuditNumber{1});
        transaction.commit();
    }
    EXPECT_EQ(add_admission(app(), secretary(), admission, why).error().kind, Problem::Kind::refused);
    admission.person = cast::que().person.id; // of another commune
    EXPECT_EQ(add_admission(app(), secretary(), admission, why).error().kind, Problem::Kind::not_found);
}

TEST_P(MendingTest, anEventIsAddedCorrectedAndTakenBackAndStandingFollows)
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
    EXPECT_EQ(event_to_correct(app(), secretary(), cast::que().events.front().id).error().kind,
              Problem::Kind::not_found);
}

} // namespace

} // namespace phusa
