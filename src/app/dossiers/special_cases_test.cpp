#include "app/dossiers/dossier_test.hpp"
#include "app/dossiers/special_cases.hpp"
#include "app/dossiers/view.hpp"

namespace phusa
{

namespace
{

// A believer: the judge knows no rule about it, the decision waits for the paper all the same.
class SpecialCases : public DossierTest
{
protected:
    DossierId ready()
    {
        auto id = open();
        prepare(id);
        must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
        must(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
        return id;
    }
    Dossier dossier(DossierId id) { return show_dossier(app(), actor(Role::deciding_office), id).value().dossier; }
    void set_regime(DossierId id, Paper consent)
    {
        auto read = dossier(id);
        auto wanted = read;
        wanted.regimes = {{.regime = SpecialRegime::religious_believer, .consent = std::move(consent)}};
        auto done = correct_dossier(app(), actor(Role::cell_secretary), read, wanted, "Theo lý lịch đã thẩm tra");
        ASSERT_TRUE(done) << done.error().message;
    }
    static RecordedAct decision() { return about(act(ActKind::decision, "2024-12-10"), Matter::admission); }
};
ON_BOTH_REGISTERS(SpecialCases);

TEST_P(SpecialCases, StopTheDecisionUntilTheirPaperIsThere)
{
    auto id = ready();
    set_regime(id, {});
    auto refused = does(Role::deciding_office, id, decision());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Problem::Kind::refused);
    EXPECT_EQ(refused.error().fields.at(0).name, "regimes.religious_believer");
    EXPECT_TRUE(refused.error().message.contains("Quy định số 06-QĐ/TW ngày 28/8/2018")) << refused.error().message;

    set_regime(id, {.number = "12-TB/HU", .on = day("2024-12-11"), .issuer = {}});
    EXPECT_FALSE(does(Role::deciding_office, id, decision())) << "the paper is of the day after";
    set_regime(id, {.number = "12-TB/HU", .on = day("2024-12-10"), .issuer = {}});
    must(Role::deciding_office, id, decision());
}

TEST_P(SpecialCases, StandInWhatIsNextAndInTheReviewSheet)
{
    auto id = ready();
    set_regime(id, {});
    auto view = show_dossier(app(), actor(Role::deciding_office), id).value();
    ASSERT_EQ(view.next.front().act, ActKind::decision);
    ASSERT_EQ(view.next.front().special.size(), 1U);
    EXPECT_FALSE(view.next.front().lacks_nothing());
    EXPECT_EQ(view.verdict.outcome, Outcome::waiting);
    auto sheet = review_dossier(app(), actor(Role::deciding_office), id).value();
    ASSERT_EQ(sheet.special_cases.size(), 1U);
    EXPECT_TRUE(sheet.conclusion.contains("thiếu 1 giấy tờ")) << sheet.conclusion;
}

TEST_P(SpecialCases, ThePastIsRecordedByTheDecidingOfficeWithAReason)
{
    auto id = ready();
    set_regime(id, {});
    auto past = decision();
    past.past_reason = "Văn bản của huyện uỷ nằm trong hồ sơ giấy bị thất lạc";
    auto done = does(Role::deciding_office, id, past);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_TRUE(done->is_past_fact);
    auto sheet = review_dossier(app(), actor(Role::deciding_office), id).value();
    EXPECT_TRUE(sheet.view.decided_without);
    EXPECT_EQ(sheet.special_cases.size(), 1U);
    EXPECT_FALSE(sheet.conclusion.contains("phải khắc phục")) << "it is known, with its reason: " << sheet.conclusion;
}

TEST_P(SpecialCases, AskNothingOnADayBeforeTheirRegulation)
{
    Dossier old{.regimes = {{.regime = SpecialRegime::population_policy, .consent = {}}}};
    EXPECT_TRUE(lacking_consents(old, day("2018-08-27")).empty());
    EXPECT_EQ(lacking_consents(old, day("2018-08-28")).size(), 1U);
}

} // namespace

} // namespace phusa
