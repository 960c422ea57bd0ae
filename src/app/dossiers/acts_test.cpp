#include "app/dossiers/dossier_test.hpp"
#include "app/dossiers/tasks.hpp"
#include "storage/dossier_acts.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

class DossierActs : public DossierTest
{
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
    must(Role::cell_secretary, id, act(ActKind::helper_remarks, "2025-12-21"));
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

// The verdict says a missing ground once, on the first act without it.
TEST_P(DossierActs, ASecondActWithTheBreachOfAPastFactIsRefusedToo)
{
    auto id = open();
    auto first = committee(Matter::admission, "2024-11-20");
    first.past_reason = "Hồ sơ giấy năm 2024 bị thất lạc nghị quyết chi bộ";
    auto recorded = does(Role::deciding_office, id, first);
    ASSERT_TRUE(recorded) << recorded.error().message;
    ASSERT_TRUE(recorded->is_past_fact);
    auto second = does(Role::deciding_office, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission));
    ASSERT_FALSE(second) << "the decision lacks the cell's vote as the committee's vote did";
    EXPECT_EQ(second.error().kind, Problem::Kind::refused);
    EXPECT_EQ(second.error().fields.at(0).name, "chronology");
}

TEST_P(DossierActs, APaperOfProbationWithoutACeremonyIsRefusedBehindAPastFactOfTheSame)
{
    auto id = open();
    auto first = act(ActKind::member_declaration, "2025-01-10");
    first.past_reason = "Bản cũ trong hồ sơ giấy, không rõ ngày lễ kết nạp";
    auto recorded = does(Role::deciding_office, id, first);
    ASSERT_TRUE(recorded) << recorded.error().message;
    for (const auto& next : {helper("2025-01-12"), act(ActKind::self_review, "2025-12-20"),
                             act(ActKind::member_declaration, "2025-02-10")}) {
        auto refused = does(Role::cell_secretary, id, next);
        ASSERT_FALSE(refused) << title_of(next);
        EXPECT_EQ(refused.error().fields.at(0).name, "chronology") << title_of(next);
    }
}

TEST_P(DossierActs, APastFactWithoutAVoteDoesNotStopWhatRestsOnTheDecision)
{
    auto id = open();
    auto decision = about(act(ActKind::decision, "2024-12-10"), Matter::admission);
    decision.past_reason = "Hồ sơ giấy năm 2024 bị thất lạc nghị quyết chi bộ";
    ASSERT_TRUE(does(Role::deciding_office, id, decision));
    must(Role::cell_secretary, id, act(ActKind::ceremony, "2024-12-20"));
    must(Role::cell_secretary, id, helper("2024-12-20"));
}

TEST_P(DossierActs, AVoteAfterItsDecisionIsRefusedThoughTheDecisionLackedItAlready)
{
    auto id = open();
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    auto decision = about(act(ActKind::decision, "2024-12-10"), Matter::admission);
    decision.past_reason = "Hồ sơ giấy năm 2024 bị thất lạc nghị quyết đảng uỷ";
    ASSERT_TRUE(does(Role::deciding_office, id, decision));
    auto refused = does(Role::grassroots_office, id, committee(Matter::admission, "2024-12-15"));
    ASSERT_FALSE(refused) << "the decision now stands before a vote that is there";
    EXPECT_EQ(refused.error().fields.at(0).name, "chronology");
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
