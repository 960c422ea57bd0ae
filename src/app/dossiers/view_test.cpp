#include "app/dossiers/acts.hpp"
#include "app/dossiers/opening.hpp"
#include "app/dossiers/plan.hpp"
#include "app/dossiers/view.hpp"
#include "app/dossiers/vote_form.hpp"
#include "app/people_test.hpp"

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

// Whoever is in `members` by name, in order.
std::vector<std::string> names(const std::vector<VoteForm::Member>& members)
{
    std::vector<std::string> found;
    for (const auto& member : members)
        found.push_back(member.name);
    return found;
}

class DossierViews : public PeopleTest
{
protected:
    void SetUp() override
    {
        PeopleTest::SetUp();
        Dossier wanted;
        wanted.person = cast::sen().person.id;
        wanted.cell = cast::village_cell().id;
        wanted.opened = day("2026-06-01");
        wanted.youth_union_member = true;
        id_ = open_dossier(app(), actor(Role::cell_secretary), wanted).value();
    }

    RecordedActId must(Role role, const RecordedAct& what)
    {
        auto done = record_act(app(), actor(role), id_, what);
        EXPECT_TRUE(done) << title_of(what) << ": " << done.error().message;
        return done ? done->id : RecordedActId();
    }
    void certify() { certificate_ = must(Role::cell_secretary, act(ActKind::certificate, "2026-06-20")); }
    void verify()
    {
        certify();
        must(Role::cell_secretary, act(ActKind::application, "2026-07-01"));
        must(Role::cell_secretary, act(ActKind::declaration, "2026-07-10"));
        auto verification = act(ActKind::verification, "2026-08-20");
        verification.letters = {{.relation = Relation::father,
                                 .name = "Nguyễn Văn Bồi",
                                 .asked = "Đảng uỷ xã Bãi Ngang",
                                 .sent = day("2026-07-20")}};
        must(Role::grassroots_office, verification);
    }
    RecordedActId introduce()
    {
        auto member = act(ActKind::introduction, "2026-09-01");
        member.act.official = true;
        member.act.shared_months = 24;
        member.who = cast::may().person.id;
        auto id = must(Role::cell_secretary, member);
        auto union_ = act(ActKind::introduction, "2026-09-02");
        union_.act.by = Introducer::youth_union;
        must(Role::cell_secretary, union_);
        return id;
    }
    RecordedActId vote(std::string_view on, int in_favour)
    {
        auto made = act(ActKind::cell_vote, on);
        made.act.about = Matter::admission;
        made.act.cell = {.official = 9, .excluded = 0, .present = 9, .in_favour = in_favour, .against = 9 - in_favour};
        return must(Role::cell_secretary, made);
    }
    DossierView view(Role role = Role::cell_secretary) { return show_dossier(app(), actor(role), id_).value(); }
    const ActView* find(const std::vector<ActView>& views, RecordedActId id)
    {
        auto found = std::ranges::find(views, id, [](const ActView& each) { return each.act.id; });
        return found == views.end() ? nullptr : &*found;
    }

    DossierId id_;
    RecordedActId certificate_;
};
ON_BOTH_REGISTERS(DossierViews);

TEST_P(DossierViews, ShowWhoWhereAndWhatIsNext)
{
    certify();
    auto shown = view();
    EXPECT_EQ(shown.person.name, cast::sen().person.name);
    EXPECT_EQ(shown.cell.id, cast::village_cell().id);
    EXPECT_EQ(shown.grassroots.id, cast::commune().id);
    ASSERT_FALSE(shown.path.empty());
    EXPECT_EQ(shown.path.back().id, cast::village_cell().id);
    EXPECT_EQ(shown.stage.stage, Stage::preparing);
    ASSERT_EQ(shown.acts.size(), 1U);
    EXPECT_EQ(shown.acts.front().recorded_by, "cell_secretary");
    EXPECT_EQ(shown.acts.front().regulation, "20-QĐ/TW") << "in force in June 2026";
    ASSERT_FALSE(shown.next.empty());
    EXPECT_EQ(shown.next.front().act, ActKind::application);
    EXPECT_TRUE(shown.next.front().may_record);
    EXPECT_EQ(audit_of("person.look").size(), 1U);
}

TEST_P(DossierViews, TheIntroducerIsNamedFromTheRegister)
{
    verify();
    auto introduced = introduce();
    auto shown = view();
    ASSERT_NE(find(shown.acts, introduced), nullptr);
    EXPECT_EQ(find(shown.acts, introduced)->who_name, cast::may().person.name);
}

TEST_P(DossierViews, SayWhatEachMayRecord)
{
    auto may = [&](Role role, std::string_view key) {
        auto keys = view(role).may_record;
        return std::ranges::find(keys, key) != keys.end();
    };
    EXPECT_TRUE(may(Role::cell_secretary, "cell_vote"));
    EXPECT_FALSE(may(Role::cell_secretary, "verification"));
    EXPECT_TRUE(may(Role::grassroots_office, "verification"));
    EXPECT_FALSE(may(Role::grassroots_office, "decision"));
    EXPECT_TRUE(may(Role::deciding_office, "refusal"));
    EXPECT_FALSE(may(Role::deciding_office, "cancellation")) << "there is no decision yet";
    EXPECT_FALSE(may(Role::deciding_office, "transfer")) << "a slip makes it";
    EXPECT_TRUE(view(Role::auditor).may_record.empty());
    EXPECT_TRUE(view(Role::deciding_office).may_record_past_facts);
    EXPECT_FALSE(view(Role::province_commission).may_record_past_facts) << "not the person's own committee";
    EXPECT_FALSE(may(Role::province_commission, "decision"));
}

TEST_P(DossierViews, ACorrectedActKeepsWhatItSaid)
{
    certify();
    auto read = view().acts.front().act;
    auto wanted = read;
    wanted.act.on = day("2026-06-18");
    auto corrected = correct_act(app(), actor(Role::cell_secretary), read, wanted, "gõ nhầm ngày trên giấy");
    ASSERT_TRUE(corrected) << corrected.error().message;
    auto shown = view();
    ASSERT_EQ(shown.acts.size(), 1U);
    EXPECT_EQ(shown.acts.front().act.act.on, day("2026-06-18"));
    ASSERT_EQ(shown.acts.front().past.size(), 1U);
    const auto& past = shown.acts.front().past.front();
    EXPECT_EQ(past.reason, "gõ nhầm ngày trên giấy");
    ASSERT_EQ(past.changes.size(), 1U);
    EXPECT_EQ(past.changes.front().before, "20/06/2026");
    EXPECT_EQ(past.changes.front().after, "18/06/2026");
    EXPECT_GT(shown.revision, 0);
}

TEST_P(DossierViews, AWithdrawnActStaysReadable)
{
    certify();
    auto read = view().acts.front().act;
    ASSERT_TRUE(withdraw_act(app(), actor(Role::cell_secretary), read.id, read.version, "ghi nhầm hồ sơ người khác"));
    auto shown = view();
    EXPECT_TRUE(shown.acts.empty());
    ASSERT_EQ(shown.withdrawn.size(), 1U);
    EXPECT_EQ(shown.withdrawn.front().past.front().reason, "ghi nhầm hồ sơ người khác");
    EXPECT_TRUE(shown.withdrawn.front().past.front().changes.empty());
}

TEST_P(DossierViews, NobodyOutsideTheScopeSeesOne)
{
    EXPECT_EQ(show_dossier(app(), actor(Role::cell_secretary), DossierId(4711)).error().kind, Problem::Kind::not_found);
    auto related = show_dossier(app(), actor(Role::mass_organisation), id_).value(); // its introduction is awaited
    EXPECT_TRUE(related.by_relation);
    EXPECT_TRUE(related.acts.empty());
    EXPECT_TRUE(related.findings.empty());
    auto foreign = actor(Role::cell_secretary);
    foreign.grants.front().organisation = cast::museum_cell().id;
    EXPECT_EQ(show_dossier(app(), foreign, id_).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(review_dossier(app(), foreign, id_).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(papers_as_of_act(app(), foreign, id_, RecordedActId(1)).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(vote_form(app(), foreign, id_, Matter::admission, app().today()).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(plan_ceremony(app(), foreign, id_, day("2027-02-03")).error().kind, Problem::Kind::not_found);
    EXPECT_TRUE(dossiers_of_person(app(), foreign, cast::sen().person.id).value().empty());
    EXPECT_EQ(dossiers_of_person(app(), actor(Role::cell_secretary), cast::sen().person.id)->size(), 1U);
}

TEST_P(DossierViews, PapersAreThoseOfTheDayOfTheAct)
{
    verify();
    introduce();
    auto state = [&](const std::vector<PaperView>& papers, ActKind kind) {
        return std::ranges::find(papers, kind, &PaperView::kind)->state;
    };
    auto then = papers_as_of_act(app(), actor(Role::cell_secretary), id_, certificate_).value();
    EXPECT_EQ(state(then, ActKind::certificate), PaperView::State::present);
    EXPECT_EQ(state(then, ActKind::application), PaperView::State::missing);
    EXPECT_EQ(state(view().papers, ActKind::application), PaperView::State::present);
    EXPECT_EQ(papers_as_of_act(app(), actor(Role::cell_secretary), id_, RecordedActId(4711)).error().kind,
              Problem::Kind::not_found);
}

TEST_P(DossierViews, TheReviewNamesWhatIsLackingAndUnanswered)
{
    verify();
    auto sheet = review_dossier(app(), actor(Role::grassroots_office), id_).value();
    ASSERT_EQ(sheet.unanswered_letters.size(), 1U);
    EXPECT_EQ(sheet.unanswered_letters.front(),
              "Cha đẻ Nguyễn Văn Bồi: hỏi Đảng uỷ xã Bãi Ngang, gửi ngày 20/07/2026, chưa có trả lời.");
    auto is_missing = [&](ActKind kind) {
        return std::ranges::find(sheet.missing, kind, &PaperView::kind) != sheet.missing.end();
    };
    EXPECT_TRUE(is_missing(ActKind::opinions));
    EXPECT_FALSE(is_missing(ActKind::cell_vote)) << "its time has not come";
    EXPECT_TRUE(sheet.violations.empty());
    EXPECT_EQ(sheet.conclusion.substr(0, std::string("Đến ngày 23/11/2026, hồ sơ chưa đủ: thiếu ").size()),
              "Đến ngày 23/11/2026, hồ sơ chưa đủ: thiếu ");
}

TEST_P(DossierViews, TheRollIsThatOfTheDay)
{
    auto form = vote_form(app(), actor(Role::cell_secretary), id_, Matter::admission, day("2026-10-01")).value();
    auto official = names(form.official);
    auto has = [](const std::vector<std::string>& all, const std::string& name) {
        return std::ranges::find(all, name) != all.end();
    };
    EXPECT_TRUE(has(official, cast::may().person.name));
    EXPECT_TRUE(has(official, cast::trang().person.name));
    EXPECT_TRUE(has(official, cast::gio().person.name)) << "exempt: counts unless absent";
    EXPECT_FALSE(has(official, cast::da().person.name)) << "died";
    EXPECT_FALSE(has(official, cast::song().person.name)) << "expelled";
    EXPECT_FALSE(has(official, cast::sen().person.name));
    EXPECT_TRUE(has(names(form.probationary), cast::lua().person.name));
    auto gio = std::ranges::find(form.official, cast::gio().person.id, &VoteForm::Member::id);
    EXPECT_TRUE(gio->is_exempt);

    auto earlier = vote_form(app(), actor(Role::cell_secretary), id_, Matter::admission, day("2018-01-01")).value();
    auto then = names(earlier.official);
    EXPECT_TRUE(has(then, cast::song().person.name) == false);
    EXPECT_FALSE(has(then, cast::trang().person.name)) << "not yet admitted again";
    EXPECT_TRUE(has(then, cast::da().person.name)) << "still alive";
    EXPECT_TRUE(earlier.probationary.empty());
}

TEST_P(DossierViews, FailedVotesBeforeAreCounted)
{
    verify();
    introduce();
    must(Role::cell_secretary, act(ActKind::opinions, "2026-09-10"));
    vote("2026-09-20", 3);
    auto failed = [&](std::string_view on, Matter about) {
        return vote_form(app(), actor(Role::cell_secretary), id_, about, day(on))->failed_before;
    };
    EXPECT_EQ(failed("2026-10-20", Matter::admission), 1);
    EXPECT_EQ(failed("2026-10-20", Matter::recognition), 0);
    EXPECT_EQ(failed("2026-09-20", Matter::admission), 0);
}

} // namespace

} // namespace phusa
