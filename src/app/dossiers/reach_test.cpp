// What somebody may see and do of a dossier by relation to the person alone: exactly that.
#include "app/accounts.hpp"
#include "app/dossiers/dossier_test.hpp"
#include "app/dossiers/tasks.hpp"
#include "app/dossiers/view.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

using Kind = Problem::Kind;

class ReachTest : public DossierTest
{
protected:
    void link_helper(std::optional<PersonId> person)
    {
        auto linked = link_person(app(), actor(Role::administrator), id_of(Role::helper), person);
        ASSERT_TRUE(linked) << linked.error().message;
    }
    bool sees(Role role, DossierId id)
    {
        auto view = show_dossier(app(), actor(role), id);
        EXPECT_TRUE(view || view.error().kind == Kind::not_found) << view.error().message;
        return view.has_value();
    }
    std::vector<std::string> tasks(Role role)
    {
        std::vector<std::string> titles;
        auto page = list_tasks(app(), actor(role)).value();
        for (const auto& task : page.rows)
            titles.push_back(task.title);
        return titles;
    }
    // On probation for more than a year, so that the papers of recognition are waited for.
    DossierId admitted()
    {
        auto id = open();
        admit(id);
        must(Role::cell_secretary, id, helper("2024-12-20"));
        return id;
    }
};
ON_BOTH_REGISTERS(ReachTest);

TEST_P(ReachTest, AHelperWithoutAPersonReachesNobody)
{
    auto id = admitted();
    EXPECT_FALSE(sees(Role::helper, id));
    EXPECT_TRUE(tasks(Role::helper).empty());
    EXPECT_EQ(does(Role::helper, id, act(ActKind::helper_remarks, "2025-12-21")).error().kind, Kind::not_found);
}

TEST_P(ReachTest, AHelperReachesExactlyTheirOwn)
{
    auto id = admitted();
    link_helper(cast::gio().person.id);
    EXPECT_FALSE(sees(Role::helper, id)) << "a member of the same cell, but not the helper";
    link_helper(cast::may().person.id);
    EXPECT_TRUE(sees(Role::helper, id));
    EXPECT_EQ(tasks(Role::helper), std::vector<std::string>{"Nhận xét của đảng viên giúp đỡ"});
    for (const auto& other : {act(ActKind::self_review, "2025-12-20"), act(ActKind::opinions, "2025-12-22"),
                              certificate(CertificateKind::new_member, "2025-06-01")})
        EXPECT_EQ(does(Role::helper, id, other).error().kind, Kind::refused) << title_of(other);
    must(Role::helper, id, act(ActKind::helper_remarks, "2025-12-21"));
    EXPECT_TRUE(tasks(Role::helper).empty());
}

TEST_P(ReachTest, AnotherHelperTakesTheRelationOver)
{
    auto id = admitted();
    link_helper(cast::may().person.id);
    auto next = helper("2025-06-01");
    next.who = cast::trang().person.id;
    must(Role::cell_secretary, id, next);
    EXPECT_FALSE(sees(Role::helper, id));
    link_helper(cast::trang().person.id);
    EXPECT_TRUE(sees(Role::helper, id));
}

TEST_P(ReachTest, BeforeAdmissionTheMemberWhoIntroducedSeesAndRecordsNothing)
{
    auto id = open();
    prepare(id);
    link_helper(cast::may().person.id);
    EXPECT_TRUE(sees(Role::helper, id));
    EXPECT_FALSE(does(Role::helper, id, act(ActKind::opinions, "2024-10-21")));
    EXPECT_FALSE(does(Role::helper, id, act(ActKind::application, "2024-08-02")));
}

TEST_P(ReachTest, ByRelationNothingElseOfTheDossierIsShown)
{
    auto id = admitted();
    link_helper(cast::may().person.id);
    auto view = show_dossier(app(), actor(Role::helper), id).value();
    EXPECT_TRUE(view.by_relation);
    EXPECT_TRUE(view.acts.empty());
    EXPECT_TRUE(view.findings.empty());
    EXPECT_TRUE(view.papers.empty());
    EXPECT_TRUE(view.judged.acts.empty());
    EXPECT_TRUE(view.person.identity_masked.empty());
    EXPECT_TRUE(view.person.religion == Person().religion && view.person.home.empty());
    EXPECT_EQ(view.may_record, std::vector<std::string>{"helper_remarks"});
    EXPECT_EQ(review_dossier(app(), actor(Role::helper), id).error().kind, Kind::refused);
    EXPECT_EQ(list_dossiers(app(), actor(Role::helper), {}).error().kind, Kind::refused);
}

TEST_P(ReachTest, ASchoolSeesWhoAwaitsACertificateAndRecordsExactlyThat)
{
    auto id = open();
    EXPECT_TRUE(sees(Role::school, id));
    EXPECT_EQ(tasks(Role::school).size(), 1U);
    EXPECT_FALSE(does(Role::school, id, certificate(CertificateKind::new_member, "2024-06-20")));
    EXPECT_FALSE(does(Role::school, id, act(ActKind::application, "2024-08-01")));
    must(Role::school, id, certificate(CertificateKind::awareness, "2024-06-20"));
    EXPECT_FALSE(sees(Role::school, id)) << "nothing is awaited from it any more";
    EXPECT_TRUE(tasks(Role::school).empty());
}

TEST_P(ReachTest, ASchoolRecordsTheCertificateOfNewMembersOnProbation)
{
    auto id = admitted();
    EXPECT_TRUE(sees(Role::school, id));
    must(Role::school, id, certificate(CertificateKind::new_member, "2025-06-01"));
    EXPECT_FALSE(sees(Role::school, id));
}

TEST_P(ReachTest, AYouthUnionRecordsItsOwnIntroductionAlone)
{
    auto id = open();
    EXPECT_TRUE(sees(Role::mass_organisation, id));
    EXPECT_EQ(tasks(Role::mass_organisation).size(), 1U);
    EXPECT_FALSE(does(Role::mass_organisation, id, introduction(Introducer::member, "2024-10-05")));
    EXPECT_FALSE(does(Role::mass_organisation, id, introduction(Introducer::trade_union, "2024-10-05")));
    must(Role::mass_organisation, id, introduction(Introducer::youth_union, "2024-10-06"));
    EXPECT_FALSE(sees(Role::mass_organisation, id));
}

TEST_P(ReachTest, AYouthUnionHasNothingToSayWhereThereIsNone)
{
    auto id = open();
    auto read = show_dossier(app(), actor(Role::cell_secretary), id)->dossier;
    auto wanted = read;
    wanted.youth_union_available = false;
    ASSERT_TRUE(correct_dossier(app(), actor(Role::cell_secretary), read, wanted, "Nơi này không có tổ chức Đoàn"));
    EXPECT_FALSE(sees(Role::mass_organisation, id));
}

TEST_P(ReachTest, OnlyAnOfficialMemberWithinReachIsLinked)
{
    auto administrator = actor(Role::administrator);
    for (const auto& nobody : {cast::sen(), cast::lua(), cast::que(), cast::da()})
        EXPECT_EQ(link_person(app(), administrator, id_of(Role::helper), nobody.person.id).error().kind, Kind::invalid)
            << nobody.person.name;
    EXPECT_EQ(link_person(app(), actor(Role::cell_secretary), id_of(Role::helper), cast::may().person.id).error().kind,
              Kind::refused);
    auto found = find_linkable_people(app(), administrator, id_of(Role::helper), "may").value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().id, cast::may().person.id);
    EXPECT_TRUE(find_linkable_people(app(), administrator, id_of(Role::helper), "m")->empty()) << "no list of all";
    EXPECT_TRUE(find_linkable_people(app(), administrator, id_of(Role::helper), "que")->empty());
    link_helper(cast::may().person.id);
    EXPECT_EQ(last_recorded(1).front(), "account.link_person account:" + std::to_string(id_of(Role::helper).value));
    EXPECT_EQ(linked_person(app(), administrator, id_of(Role::helper)).value()->name, cast::may().person.name);
    link_helper({});
    EXPECT_FALSE(linked_person(app(), administrator, id_of(Role::helper)).value());
}

TEST_P(ReachTest, TasksGoToTheOwnDecidingCommitteeAndNoHigherOne)
{
    auto id = open();
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    must(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
    EXPECT_EQ(tasks(Role::deciding_office).size(), 1U);
    EXPECT_TRUE(tasks(Role::province_commission).empty());
}

} // namespace

} // namespace phusa
