#include "app/dossiers/acts.hpp"
#include "app/dossiers/list.hpp"
#include "app/dossiers/opening.hpp"
#include "app/dossiers/tasks.hpp"
#include "app/people.hpp"
#include "app/people_test.hpp"
#include "storage/dossier_acts.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

RecordedAct act(ActKind kind, std::string_view on)
{
    RecordedAct made;
    made.act.kind = kind;
    made.act.on = day(on);
    return made;
}

RecordedAct introduction(Introducer by, std::string_view on)
{
    auto made = act(ActKind::introduction, on);
    made.act.by = by;
    if (by == Introducer::member) {
        made.act.official = true;
        made.act.shared_months = 20;
        made.who = cast::may().person.id;
    }
    return made;
}

RecordedAct vote(Matter about, std::string_view on, int in_favour)
{
    auto made = act(ActKind::cell_vote, on);
    made.act.about = about;
    made.act.cell = {.official = 9, .excluded = 0, .present = 9, .in_favour = in_favour, .against = 9 - in_favour};
    return made;
}

RecordedAct committee(Matter about, std::string_view on)
{
    auto made = act(ActKind::committee_vote, on);
    made.act.about = about;
    made.act.committee = {.members = 15, .in_favour = 14, .decides = false};
    return made;
}

RecordedAct about(RecordedAct made, Matter matter)
{
    made.act.about = matter;
    return made;
}

RecordedAct certificate(CertificateKind kind, std::string_view on)
{
    auto made = act(ActKind::certificate, on);
    made.act.certificate = kind;
    return made;
}

RecordedAct helper(std::string_view on)
{
    auto made = act(ActKind::helper, on);
    made.act.official = true;
    made.who = cast::may().person.id;
    return made;
}

class DossierActs : public PeopleTest
{
protected:
    static constexpr auto sen = [] { return cast::sen().person.id; };

    DossierId open()
    {
        Dossier wanted{.person = sen(), .cell = cast::village_cell().id, .opened = day("2024-06-01")};
        wanted.youth_union_member = true;
        auto opened = open_dossier(app(), actor(Role::cell_secretary), wanted);
        EXPECT_TRUE(opened) << opened.error().message;
        return opened.value();
    }
    Result<ActRecorded> does(Role role, DossierId id, const RecordedAct& what)
    {
        return record_act(app(), actor(role), id, what);
    }
    void must(Role role, DossierId id, const RecordedAct& what)
    {
        auto done = does(role, id, what);
        ASSERT_TRUE(done) << title_of(what) << ": " << done.error().message;
        EXPECT_FALSE(done->is_past_fact);
    }
    // Up to the day before the cell's vote.
    void prepare(DossierId id)
    {
        must(Role::cell_secretary, id, certificate(CertificateKind::awareness, "2024-06-20"));
        must(Role::cell_secretary, id, act(ActKind::application, "2024-08-01"));
        must(Role::cell_secretary, id, act(ActKind::declaration, "2024-08-10"));
        must(Role::grassroots_office, id, act(ActKind::verification, "2024-10-01"));
        must(Role::cell_secretary, id, introduction(Introducer::member, "2024-10-05"));
        must(Role::cell_secretary, id, introduction(Introducer::youth_union, "2024-10-06"));
        must(Role::cell_secretary, id, act(ActKind::opinions, "2024-10-20"));
    }
    void admit(DossierId id)
    {
        prepare(id);
        must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
        must(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
        must(Role::deciding_office, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission));
        must(Role::cell_secretary, id, act(ActKind::ceremony, "2024-12-20"));
    }
    Stage stage()
    {
        DossierQuestion question;
        question.all_stages = true;
        return list_dossiers(app(), actor(Role::deciding_office), question).value().rows.at(0).stage;
    }
    Person person() { return show_person(app(), actor(Role::deciding_office), sen())->person; }
};
ON_BOTH_REGISTERS(DossierActs);

TEST_P(DossierActs, CarryAPersonFromOpeningToRecognition)
{
    auto id = open();
    EXPECT_EQ(stage(), Stage::preparing);
    admit(id);
    EXPECT_EQ(stage(), Stage::recognition_vote) << "the 12 months have ended";
    auto view = show_person(app(), actor(Role::deciding_office), sen()).value();
    EXPECT_EQ(view.person.standing, Standing::probationary);
    ASSERT_EQ(view.admissions.size(), 1U);
    EXPECT_EQ(view.admissions.front().admission.counted_on(), day("2024-12-20"));
    EXPECT_TRUE(view.admissions.front().admission.youth_union_member);

    must(Role::cell_secretary, id, helper("2024-12-20"));
    must(Role::cell_secretary, id, act(ActKind::member_declaration, "2025-01-10"));
    must(Role::cell_secretary, id, certificate(CertificateKind::new_member, "2025-06-01"));
    must(Role::cell_secretary, id, act(ActKind::self_review, "2025-12-20"));
    must(Role::helper, id, act(ActKind::helper_remarks, "2025-12-21"));
    must(Role::cell_secretary, id, act(ActKind::opinions, "2025-12-22"));
    must(Role::cell_secretary, id, vote(Matter::recognition, "2025-12-28", 9));
    must(Role::grassroots_office, id, committee(Matter::recognition, "2026-01-10"));
    must(Role::deciding_office, id, about(act(ActKind::decision, "2026-01-20"), Matter::recognition));
    EXPECT_EQ(stage(), Stage::recognised);
    EXPECT_EQ(person().standing, Standing::official);
}

TEST_P(DossierActs, WhatIsAgainstARuleIsRefusedAndNamesIt)
{
    auto id = open();
    auto refused = does(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Problem::Kind::refused);
    auto has = [&](std::string_view rule) {
        return std::ranges::any_of(refused.error().fields, [&](const auto& field) { return field.name == rule; });
    };
    EXPECT_TRUE(has("application.missing"));
    EXPECT_TRUE(has("introductions.count"));
    EXPECT_EQ(stage(), Stage::preparing) << "nothing was written";
}

TEST_P(DossierActs, NobodyRecordsWhatIsAnothersWork)
{
    auto id = open();
    prepare(id);
    EXPECT_FALSE(does(Role::cell_secretary, id, act(ActKind::verification, "2024-10-02")));
    EXPECT_FALSE(does(Role::grassroots_office, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission)));
    EXPECT_FALSE(does(Role::province_commission, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission)))
        << "a higher committee is not that person's committee";
    EXPECT_FALSE(does(Role::auditor, id, act(ActKind::opinions, "2024-10-21")));
    EXPECT_FALSE(does(Role::administrator, id, act(ActKind::opinions, "2024-10-21")));
}

TEST_P(DossierActs, AFailedVoteIsAFactAndStopsWhatRestsOnIt)
{
    auto id = open();
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 5));
    EXPECT_EQ(stage(), Stage::cell_vote);
    auto refused = does(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).name, "vote.majority");
}

TEST_P(DossierActs, OnlyTheDecidingOfficeRecordsAPastFactAndItIsMarked)
{
    auto id = open();
    auto late = about(act(ActKind::decision, "2024-12-10"), Matter::admission);
    late.past_reason = "Hồ sơ giấy năm 2024 bị thất lạc nghị quyết chi bộ";
    auto early = vote(Matter::admission, "2024-11-03", 8);
    early.past_reason = late.past_reason;
    EXPECT_FALSE(does(Role::cell_secretary, id, early));
    auto done = does(Role::deciding_office, id, late);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_TRUE(done->is_past_fact);
    DossierQuestion question;
    question.past_facts_only = true;
    auto page = list_dossiers(app(), actor(Role::deciding_office), question).value();
    EXPECT_EQ(page.past_facts, 1);
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows.front().past_facts, 1);
}

TEST_P(DossierActs, TheSameDeedRecordedByTwoIsAConflict)
{
    auto id = open();
    must(Role::cell_secretary, id, act(ActKind::application, "2024-08-01"));
    auto again = record_act(app(), actor(Role::grassroots_office), id, act(ActKind::application, "2024-08-02"), 0);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Problem::Kind::conflict);
}

TEST_P(DossierActs, AMemberHasNoNewDossierAndNobodyHasTwo)
{
    open();
    Dossier wanted{.person = sen(), .cell = cast::village_cell().id, .opened = day("2024-06-01")};
    EXPECT_EQ(open_dossier(app(), actor(Role::cell_secretary), wanted).error().kind, Problem::Kind::conflict);
    wanted.person = cast::may().person.id;
    EXPECT_EQ(open_dossier(app(), actor(Role::cell_secretary), wanted).error().kind, Problem::Kind::conflict);
    wanted.person = cast::que().person.id;
    EXPECT_EQ(open_dossier(app(), actor(Role::cell_secretary), wanted).error().kind, Problem::Kind::not_found);
}

TEST_P(DossierActs, ACancelledDecisionTakesTheAdmissionBackAndARemedyRestoresIt)
{
    auto id = open();
    admit(id);
    RecordedActId decision;
    {
        auto session = app().database().read();
        for (const auto& each : storage::dossier_acts_of(session, id))
            if (each.act.kind == ActKind::decision)
                decision = each.id;
    }
    WrongDecision wrong{.act = decision, .on = day("2025-02-01"), .paper = {}, .reason = "Sai thẩm quyền quyết định"};
    auto cancelled = cancel_decision(app(), actor(Role::deciding_office), wrong);
    ASSERT_TRUE(cancelled) << cancelled.error().message;
    EXPECT_EQ(person().standing, Standing::none);
    wrong.remedied = true;
    wrong.on = day("2025-03-01");
    auto remedied = cancel_decision(app(), actor(Role::deciding_office), wrong);
    ASSERT_TRUE(remedied) << remedied.error().message;
    EXPECT_EQ(person().standing, Standing::probationary);
}

TEST_P(DossierActs, TasksGoToExactlyThoseWhoCanAct)
{
    auto id = open();
    auto has = [&](Role role, ActKind kind) {
        auto page = list_tasks(app(), actor(role)).value();
        return std::ranges::any_of(page.rows, [&](const Task& task) { return task.act == kind; });
    };
    EXPECT_TRUE(has(Role::cell_secretary, ActKind::certificate));
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    EXPECT_TRUE(has(Role::grassroots_office, ActKind::committee_vote));
    EXPECT_FALSE(has(Role::cell_secretary, ActKind::committee_vote));
    auto page = list_tasks(app(), actor(Role::deciding_office)).value();
    EXPECT_EQ(page.rows.front().urgency, Urgency::overdue) << "the decision is long due, and not silent";
}

} // namespace

} // namespace phusa
