// What rivals were found to let pass (docs/must-fail.md): each has to fail here, or never to fall silent.
#include "app/accounts.hpp"
#include "app/dossiers/dossier_test.hpp"
#include "app/dossiers/tasks.hpp"
#include "app/dossiers/view.hpp"
#include "app/new_person.hpp"
#include "app/sessions.hpp"
#include "storage/audit.hpp"
#include "storage/dossier_acts.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

using Kind = Problem::Kind;

class MustFail : public DossierTest
{
protected:
    // Today, a year later and so on: the clock of the register goes forward only.
    void go_to(Date wanted)
    {
        auto days = days_between(app().today(), wanted);
        ASSERT_GE(days, 0);
        pass_time(std::chrono::days(days));
        ASSERT_EQ(app().today(), wanted);
    }
    // Voted on by the cell and the committee in November 2026; the decision is waited for.
    DossierId voted()
    {
        auto id = open();
        prepare(id);
        must(Role::cell_secretary, id, introduction(Introducer::member, "2026-10-05"));
        must(Role::cell_secretary, id, introduction(Introducer::youth_union, "2026-10-06"));
        must(Role::cell_secretary, id, act(ActKind::opinions, "2026-10-20"));
        must(Role::cell_secretary, id, vote(Matter::admission, "2026-11-02", 8));
        must(Role::grassroots_office, id, committee(Matter::admission, "2026-11-10"));
        return id;
    }
    Date last_day(DossierId id)
    {
        return show_dossier(app(), actor(Role::deciding_office), id)->next.front().latest.value();
    }
    Task decision_task()
    {
        auto page = list_tasks(app(), actor(Role::deciding_office)).value();
        auto found = std::ranges::find(page.rows, std::optional(ActKind::decision), &Task::act);
        EXPECT_NE(found, page.rows.end()) << "silent on " << app().today().iso();
        return found == page.rows.end() ? Task() : *found;
    }
    static RecordedAct decision(Date on)
    {
        auto made = about(act(ActKind::decision, "2026-01-01"), Matter::admission);
        made.act.on = on;
        return made;
    }
};
ON_BOTH_REGISTERS(MustFail);

TEST_P(MustFail, ATaskIsThereThirtyAndSevenDaysBeforeOnTheDayAndLongAfter)
{
    auto id = voted();
    auto due = last_day(id);
    struct {
        int days;
        Urgency urgency;
    } const steps[] = {{-30, Urgency::running},
                       {-7, Urgency::due_soon},
                       {0, Urgency::due_soon},
                       {1, Urgency::overdue},
                       {400, Urgency::overdue}};
    for (const auto& step : steps) {
        go_to(due.plus_days(step.days));
        auto task = decision_task();
        EXPECT_EQ(task.urgency, step.urgency) << step.days;
        EXPECT_EQ(task.days_left, -step.days);
        EXPECT_FALSE(task.reckoning.empty());
    }
}

TEST_P(MustFail, AnExtensionCountsOnTheVeryNextDay)
{
    auto id = voted();
    auto due = last_day(id);
    go_to(due.plus_days(1));
    auto late = try_act(app(), actor(Role::deciding_office), id, decision(due.plus_days(1)));
    ASSERT_TRUE(late);
    EXPECT_EQ(late->warnings.size(), 1U) << "without an extension it is late";
    must(Role::deciding_office, id,
         about(
             [&] {
                 auto made = act(ActKind::extension, "2026-01-01");
                 made.act.on = due;
                 return made;
             }(),
             Matter::admission));
    EXPECT_GT(last_day(id), due);
    EXPECT_NE(decision_task().urgency, Urgency::overdue);
    auto in_time = does(Role::deciding_office, id, decision(due.plus_days(1)));
    ASSERT_TRUE(in_time) << in_time.error().message;
    EXPECT_TRUE(in_time->warnings.empty());
}

TEST_P(MustFail, NobodyIsAdmittedWhoIsAMemberOrOnProbation)
{
    for (const auto& member : {cast::may(), cast::lua(), cast::trang(), cast::gio()}) {
        Dossier wanted{.person = member.person.id, .cell = member.person.cell, .opened = day("2024-06-01")};
        EXPECT_EQ(open_dossier(app(), actor(Role::deciding_office), wanted).error().kind, Kind::conflict)
            << member.person.name;
    }
}

TEST_P(MustFail, NobodyIsTakenIntoACellThatIsNotTheirs)
{
    NewcomerFacts facts{.name = "Lê Văn Lạ",
                        .born = *PartialDate::from_iso("2001-04-30"),
                        .cell = cast::school_cell().id,
                        .since = day("2025-01-02"),
                        .agreed = true};
    EXPECT_EQ(add_person(app(), actor(Role::cell_secretary), facts).error().kind, Kind::not_found);
    Dossier wanted{.person = sen(), .cell = cast::school_cell().id, .opened = day("2024-06-01")};
    EXPECT_EQ(open_dossier(app(), actor(Role::cell_secretary), wanted).error().kind, Kind::not_found)
        << "a cell outside the secretary's reach";
    EXPECT_EQ(open_dossier(app(), actor(Role::grassroots_office), wanted).error().kind, Kind::invalid)
        << "within reach, but not the cell that follows her";
    wanted.regimes = {{.regime = SpecialRegime::no_cell, .consent = {}}};
    EXPECT_TRUE(open_dossier(app(), actor(Role::grassroots_office), wanted)) << "assigned by the committee above";
}

TEST_P(MustFail, WhoHasNoRoleMayDoNothing)
{
    auto id = voted();
    Actor nobody{.account = AccountId(4711), .name = "khong.vai.tro", .display_name = "Không vai trò", .grants = {}};
    EXPECT_EQ(show_dossier(app(), nobody, id).error().kind, Kind::refused);
    EXPECT_EQ(record_act(app(), nobody, id, decision(day("2026-11-20"))).error().kind, Kind::refused);
    EXPECT_EQ(list_tasks(app(), nobody).error().kind, Kind::refused);
    EXPECT_EQ(list_dossiers(app(), nobody, {}).error().kind, Kind::refused);
    for (auto role : all_roles()) {
        auto ended = actor(role);
        for (auto& grant : ended.grants)
            grant.valid.until = app().today();
        EXPECT_FALSE(record_act(app(), ended, id, decision(day("2026-11-20")))) << key_of(role) << ", role ended";
    }
}

TEST_P(MustFail, NoLoginButTheRightOneDecidesOrGivesRoles)
{
    auto id = voted();
    for (auto role : all_roles()) {
        auto asker = actor(role);
        if (role != Role::deciding_office) {
            EXPECT_FALSE(record_act(app(), asker, id, decision(day("2026-11-20")))) << key_of(role);
        }
        if (role == Role::administrator)
            continue;
        NewAccount wanted{.name = "ke.moi",
                          .display_name = "Kẻ mới",
                          .password = std::string(password),
                          .role = role,
                          .organisation = asker.grants.front().organisation};
        EXPECT_EQ(add_account(app(), asker, wanted).error().kind, Kind::refused) << key_of(role);
        EXPECT_FALSE(grant_role(app(), asker, id_of(Role::cell_secretary), Role::deciding_office, cast::district().id,
                                {.first = app().today(), .until = {}}))
            << key_of(role);
        EXPECT_EQ(link_person(app(), asker, id_of(Role::helper), cast::may().person.id).error().kind, Kind::refused)
            << key_of(role);
    }
}

// An account that was there before accounts were linked to people has nobody in it, as a new one.
TEST_P(MustFail, AnAccountFromBeforeTheLinkToPeopleReachesNobodyByRelation)
{
    auto id = voted();
    EXPECT_EQ(show_dossier(app(), actor(Role::helper), id).error().kind, Kind::not_found);
    EXPECT_TRUE(list_tasks(app(), actor(Role::helper)).value().rows.empty());
    ASSERT_TRUE(link_person(app(), actor(Role::administrator), id_of(Role::helper), cast::may().person.id));
    EXPECT_TRUE(show_dossier(app(), actor(Role::helper), id)) << "and reaches them with the very next request";
    ASSERT_TRUE(link_person(app(), actor(Role::administrator), id_of(Role::helper), std::nullopt));
    EXPECT_EQ(show_dossier(app(), actor(Role::helper), id).error().kind, Kind::not_found);
}

TEST_P(MustFail, WhatTheClientSaysOfTheRecordItselfIsNotTaken)
{
    auto id = open();
    auto wanted = act(ActKind::application, "2024-08-01");
    wanted.id = RecordedActId(4711);
    wanted.version = 4711;
    wanted.dossier = DossierId(4711);
    wanted.is_past_fact = true;
    wanted.made = 4711;
    wanted.recorded = AuditNumber{1};
    wanted.past_reason = "Không có gì trái quy định";
    auto recorded = does(Role::cell_secretary, id, wanted);
    ASSERT_TRUE(recorded) << recorded.error().message;
    auto session = app().database().read();
    auto acts = storage::dossier_acts_of(session, id);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_NE(acts[0].id.value, 4711);
    EXPECT_NE(acts[0].version, 4711);
    EXPECT_EQ(acts[0].dossier, id);
    EXPECT_FALSE(acts[0].is_past_fact);
    EXPECT_TRUE(acts[0].past_reason.empty());
    EXPECT_EQ(acts[0].made, 0);
    EXPECT_EQ(storage::audit_row(session, acts[0].recorded)->actor_name, "cell_secretary");
}

TEST_P(MustFail, AMachineThatStopsMidwayLeavesNothingHalfDone)
{
    auto id = voted();
    must(Role::deciding_office, id, decision(day("2026-11-20")));
    auto head = [&] {
        auto session = app().database().read();
        return storage::audit_head(session).number;
    };
    auto before = head();
    {
        // All that recording writes but its commit: the act, its audit row, the admission in the register.
        auto transaction = app().database().write();
        auto made = act(ActKind::ceremony, "2026-11-22");
        made.dossier = id;
        made.id = storage::allocate_dossier_acts(transaction);
        auto by = storage::append(
            transaction, {.at = app().clock().now(), .actor_name = "x", .action = "dossier.act", .subject = "x"});
        storage::add_dossier_act(transaction, made, sen(), by);
    }
    EXPECT_EQ(head(), before);
    EXPECT_EQ(person().standing, Standing::none);
    EXPECT_EQ(stage(), Stage::ceremony);
    must(Role::cell_secretary, id, act(ActKind::ceremony, "2026-11-22"));
    EXPECT_EQ(person().standing, Standing::probationary);
}

} // namespace

} // namespace phusa
