#include "cast/cast.hpp"
#include "domain/dossier.hpp"
#include "domain/dossier_move.hpp"
#include "domain/recorded_act.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

Dossier of_sen()
{
    Dossier dossier;
    dossier.person = cast::sen().person.id;
    dossier.cell = cast::village_cell().id;
    dossier.opened = day("2026-01-05");
    return dossier;
}

std::string field_of(const Result<void>& result)
{
    return result || result.error().fields.empty() ? "" : result.error().fields[0].name;
}

RecordedAct act(ActKind kind, std::string_view on)
{
    RecordedAct made;
    made.act.kind = kind;
    made.act.on = day(on);
    return made;
}

TEST(Dossier, checks_its_days)
{
    auto today = cast::today();
    EXPECT_TRUE(check(of_sen(), today));
    auto dossier = of_sen();
    dossier.opened = today.plus_days(1);
    EXPECT_EQ(field_of(check(dossier, today)), "opened");
    dossier = of_sen();
    dossier.closed = Closing{.on = day("2026-01-04")};
    EXPECT_EQ(field_of(check(dossier, today)), "closed_on");
    dossier = of_sen();
    dossier.readmission = Readmission{.left = day("2026-02-01")};
    EXPECT_EQ(field_of(check(dossier, today)), "left");
}

TEST(Dossier, a_regime_stands_once)
{
    auto dossier = of_sen();
    dossier.regimes = {{.regime = SpecialRegime::ethnic_hoa}, {.regime = SpecialRegime::religious_believer}};
    EXPECT_TRUE(check(dossier, cast::today()));
    dossier.regimes.push_back({.regime = SpecialRegime::ethnic_hoa});
    EXPECT_EQ(field_of(check(dossier, cast::today())), "regimes");
}

TEST(Dossier, every_regime_and_every_cause_is_known_by_its_key)
{
    for (auto each : all_special_regimes())
        EXPECT_EQ(special_regime(key_of(each)), each);
    for (auto each : all_closing_causes())
        EXPECT_EQ(closing_cause(key_of(each)), each);
}

TEST(RecordedAct, what_is_not_done_yet_is_not_recorded)
{
    EXPECT_TRUE(check(act(ActKind::application, "2026-11-23"), cast::today()));
    EXPECT_EQ(field_of(check(act(ActKind::application, "2026-11-24"), cast::today())), "on");
}

TEST(RecordedAct, a_vote_says_on_what)
{
    auto vote = act(ActKind::cell_vote, "2026-04-03");
    EXPECT_EQ(field_of(check(vote, cast::today())), "about");
    vote.act.about = Matter::admission;
    EXPECT_TRUE(check(vote, cast::today()));
}

TEST(RecordedAct, figures_agree_with_the_roll)
{
    auto vote = act(ActKind::cell_vote, "2026-04-03");
    vote.act.about = Matter::admission;
    vote.vote.roll = {{.member = PersonId(3), .present = true}, {.member = PersonId(4), .present = false}};
    vote.act.cell = {.official = 2, .present = 2};
    EXPECT_EQ(field_of(check(vote, cast::today())), "official");
    vote.act.cell.present = 1;
    EXPECT_TRUE(check(vote, cast::today()));
}

TEST(RecordedAct, a_cancellation_names_what_it_cancels)
{
    auto cancellation = act(ActKind::decision, "2026-04-03");
    cancellation.side = SideAct::cancellation;
    EXPECT_EQ(field_of(check(cancellation, cast::today())), "concerns");
    cancellation.concerns = RecordedActId(3);
    EXPECT_TRUE(check(cancellation, cast::today()));
}

TEST(VerificationLetter, an_answer_comes_after_its_question)
{
    VerificationLetter letter{.relation = Relation::father, .name = "Phạm Văn Bến", .asked = "Đảng uỷ xã Bồi Hạ"};
    EXPECT_TRUE(check(letter));
    EXPECT_TRUE(letter.is_open());
    letter.answered = day("2026-02-01");
    EXPECT_EQ(field_of(check(letter)), "letters");
    letter.sent = day("2026-02-02");
    EXPECT_EQ(field_of(check(letter)), "letters");
    letter.sent = day("2026-01-15");
    EXPECT_TRUE(check(letter));
    EXPECT_FALSE(letter.is_open());
}

TEST(VerificationLetter, the_candidate_is_never_left_out)
{
    VerificationLetter letter{.relation = Relation::candidate, .left_out = LeftOut::member_with_clear_file};
    EXPECT_EQ(field_of(check(letter)), "letters");
    letter.relation = Relation::mother;
    EXPECT_TRUE(check(letter));
    EXPECT_FALSE(letter.is_open());
}

TEST(ActFields, each_copies_what_it_shows)
{
    RecordedAct from = act(ActKind::cell_vote, "2026-04-03");
    from.act.about = Matter::recognition;
    from.act.certificate = CertificateKind::new_member;
    from.act.consent = ConsentKind::readmission;
    from.act.by = Introducer::trade_union;
    from.act.stage = TransferStage::decided;
    from.act.official = from.act.replaces = from.act.committee.decides = true;
    from.act.shared_months = 14;
    from.act.cell = {.official = 15, .excluded = 1, .present = 13, .in_favour = 11, .against = 2};
    from.act.committee.members = 15;
    from.act.committee.in_favour = 13;
    from.act.received = day("2026-04-10");
    from.paper = {.number = "7-NQ/CB", .on = day("2026-04-03"), .issuer = "Chi bộ"};
    from.who = PersonId(3);
    from.who_name = "Mây";
    from.letters = {{.relation = Relation::father}};
    from.vote = {.roll = {{.member = PersonId(3)}},
                 .slips = {.issued = 13, .collected = 13, .invalid = 1},
                 .chair = "Mây",
                 .secretary = "Gió"};
    from.note = "ghi chú";
    for (const auto& field : act_fields()) {
        auto to = act(ActKind::cell_vote, "2026-04-01");
        EXPECT_FALSE(field.same(from, to)) << field.key;
        field.copy(from, to);
        EXPECT_TRUE(field.same(from, to)) << field.key;
        EXPECT_FALSE(field.shown(to).empty()) << field.key;
    }
}

TEST(DossierMove, is_answered_once)
{
    DossierMove move{
        .dossier = DossierId(1), .from = OrganisationId(4), .to = OrganisationId(5), .sent = day("2026-05-04")};
    EXPECT_TRUE(check(move, cast::today()));
    EXPECT_TRUE(move.is_open());
    move.accepted = day("2026-05-03");
    EXPECT_EQ(field_of(check(move, cast::today())), "on");
    move.accepted = day("2026-05-10");
    EXPECT_TRUE(check(move, cast::today()));
    EXPECT_FALSE(move.is_open());
    move.to = move.from;
    EXPECT_EQ(field_of(check(move, cast::today())), "to");
}

TEST(Keys, come_back)
{
    for (auto each : all_side_acts())
        EXPECT_EQ(side_act(key_of(each)), each);
    for (auto each : all_relations())
        EXPECT_EQ(relation(key_of(each)), each);
    for (auto each : all_left_out())
        EXPECT_EQ(left_out(key_of(each)), each);
}

} // namespace

} // namespace phusa
