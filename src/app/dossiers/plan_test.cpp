#include "app/dossiers/acts.hpp"
#include "app/dossiers/opening.hpp"
#include "app/dossiers/plan.hpp"
#include "app/people_test.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

TEST(Occasions, AreTheNextThree)
{
    auto occasions = occasions_after(day("2026-11-23"));
    ASSERT_EQ(occasions.size(), 3U);
    EXPECT_EQ(occasions[0].on, day("2027-02-03"));
    EXPECT_EQ(occasions[1].on, day("2027-05-19"));
    EXPECT_EQ(occasions[2].on, day("2027-09-02"));
    EXPECT_EQ(occasions_after(day("2027-05-19")).front().on, day("2027-05-19")) << "the day itself";
    EXPECT_EQ(occasions_after(day("2027-05-20")).back().on, day("2028-05-19"));
}

class CeremonyPlans : public PeopleTest
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
    void certify(std::string_view on)
    {
        RecordedAct act;
        act.act.kind = ActKind::certificate;
        act.act.on = day(on);
        ASSERT_TRUE(record_act(app(), actor(Role::cell_secretary), id_, act));
    }
    CeremonyPlan plan(std::string_view ceremony)
    {
        return plan_ceremony(app(), actor(Role::cell_secretary), id_, day(ceremony)).value();
    }
    static const PlannedAct* of(const CeremonyPlan& plan, ActKind kind)
    {
        auto found = std::ranges::find(plan.acts, kind, &PlannedAct::act);
        return found == plan.acts.end() ? nullptr : &*found;
    }

    DossierId id_;
};
ON_BOTH_REGISTERS(CeremonyPlans);

TEST_P(CeremonyPlans, ReckonEachStepBackwards)
{
    certify("2026-06-20");
    auto made = plan("2027-05-19");
    EXPECT_EQ(made.occasion, "Ngày sinh Chủ tịch Hồ Chí Minh 19/5");
    EXPECT_TRUE(made.can_be);
    EXPECT_EQ(made.earliest, app().today()) << "the law lets all acts fall on one day";
    EXPECT_EQ(of(made, ActKind::certificate), nullptr) << "it is there and will still be good";
    ASSERT_NE(of(made, ActKind::decision), nullptr);
    EXPECT_EQ(of(made, ActKind::decision)->latest, day("2027-05-12"));
    EXPECT_EQ(of(made, ActKind::committee_vote)->latest, day("2027-04-27"));
    EXPECT_EQ(of(made, ActKind::cell_vote)->latest, day("2027-04-17"));
    EXPECT_EQ(of(made, ActKind::verification)->latest, day("2027-04-07"));
    EXPECT_EQ(made.acts.back().act, ActKind::ceremony);
    EXPECT_EQ(made.acts.back().latest, day("2027-05-19"));
    Date before = day("1900-01-01");
    for (auto kind : {ActKind::application, ActKind::declaration, ActKind::verification, ActKind::opinions,
                      ActKind::cell_vote, ActKind::committee_vote, ActKind::decision, ActKind::ceremony}) {
        ASSERT_NE(of(made, kind), nullptr) << key_of(kind);
        EXPECT_LE(before, *of(made, kind)->latest) << key_of(kind);
        before = *of(made, kind)->latest;
    }
}

TEST_P(CeremonyPlans, ADayTooNearIsSaidToBe)
{
    certify("2026-06-20");
    auto made = plan("2026-12-10");
    EXPECT_FALSE(made.can_be);
    EXPECT_TRUE(of(made, ActKind::application)->too_late);
    EXPECT_FALSE(of(made, ActKind::decision)->too_late);
    EXPECT_FALSE(plan("2026-11-01").can_be) << "past";
}

TEST_P(CeremonyPlans, ACertificateTooOldByThenIsAskedForAgain)
{
    certify("2022-02-01");
    EXPECT_EQ(of(plan("2026-12-22"), ActKind::certificate), nullptr);
    ASSERT_NE(of(plan("2027-05-19"), ActKind::certificate), nullptr) << "older than 60 months at the vote";
}

TEST_P(CeremonyPlans, NothingIsPlannedForAClosedDossier)
{
    ASSERT_TRUE(close_dossier(app(), actor(Role::cell_secretary), id_, 1,
                              {.on = day("2026-11-20"), .cause = ClosingCause::withdrawn}));
    auto made = plan("2027-05-19");
    EXPECT_TRUE(made.acts.empty());
    EXPECT_FALSE(made.can_be);
}

} // namespace

} // namespace phusa
