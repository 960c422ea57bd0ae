#include "storage/dossiers_test.hpp"

#include "cast/cast.hpp"
#include "storage/sql/connection.hpp"

#include <gmock/gmock.h>

namespace phusa::storage
{

namespace
{

using testing::ElementsAre;

Date day(int year, int month, int number) { return *Date::of(year, month, number); }

} // namespace

ON_BOTH_DATABASES(DossiersTest);

TEST_P(DossiersTest, a_dossier_comes_back_with_every_field)
{
    auto session = database().read();
    auto found = dossier(session, dossier_);
    ASSERT_TRUE(found);
    auto expected = full_dossier();
    expected.id = dossier_;
    expected.version = found->version;
    expected.recorded = by_;
    EXPECT_GT(found->version, 0);
    EXPECT_EQ(*found, expected);
    EXPECT_THAT(dossiers_of(session, cast::sen().person.id), ElementsAre(expected));
    EXPECT_TRUE(dossiers_of(session, cast::may().person.id).empty());
    EXPECT_FALSE(dossier(session, DossierId(999)));

    expected.regimes.clear();
    expected.closed->note.clear();
    EXPECT_THAT(all_dossiers(session), ElementsAre(expected));
}

TEST_P(DossiersTest, an_act_comes_back_with_every_field)
{
    auto session = database().read();
    auto found = dossier_act(session, act_);
    ASSERT_TRUE(found);
    auto expected = full_act(dossier_);
    expected.id = act_;
    expected.version = found->version;
    expected.recorded = by_;
    EXPECT_EQ(*found, expected);
    EXPECT_THAT(dossier_acts_of(session, dossier_), ElementsAre(expected));
    EXPECT_THAT(all_dossier_acts(session), ElementsAre(without_what_is_sealed(expected)));
    EXPECT_FALSE(dossier_act(session, RecordedActId(999)));
}

TEST_P(DossiersTest, what_was_never_said_stays_unsaid)
{
    Dossier plain{.person = cast::lua().person.id, .cell = cast::village_cell().id, .opened = day(2025, 3, 3)};
    RecordedAct act{.act = {.kind = ActKind::ceremony, .on = day(2026, 2, 3)}};
    write([&](Transaction& transaction, AuditNumber by) {
        plain.id = act.dossier = add_dossier(transaction, plain, by);
        plain.recorded = act.recorded = by;
        act.id = add_dossier_act(transaction, act, plain.person, by);
    });
    auto session = database().read();
    plain.version = dossier(session, plain.id)->version;
    act.version = dossier_act(session, act.id)->version;
    EXPECT_EQ(*dossier(session, plain.id), plain);
    EXPECT_EQ(*dossier_act(session, act.id), act);
    auto sealed =
        session.connection().query("SELECT sealed FROM dossier_act WHERE id = ?").bind(act.id).value<std::string>();
    EXPECT_EQ(sealed, "");
}

TEST_P(DossiersTest, a_move_comes_back_and_is_open_until_it_is_answered)
{
    auto session = database().read();
    auto expected = full_move(dossier_);
    auto found = dossier_move(session, move_);
    ASSERT_TRUE(found);
    expected.id = move_;
    expected.version = found->version;
    expected.recorded = by_;
    EXPECT_EQ(*found, expected);
    EXPECT_THAT(open_dossier_moves(session), ElementsAre(expected));

    auto accepted = expected;
    accepted.accepted = day(2026, 6, 9);
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_dossier_move(transaction, accepted, by));
        auto again = correct_dossier_move(transaction, accepted, by);
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().kind, Problem::Kind::conflict);
    });
    EXPECT_TRUE(open_dossier_moves(session).empty());
    EXPECT_EQ(dossier_move(session, move_)->accepted, accepted.accepted);
    EXPECT_EQ(dossier_moves_of(session, dossier_).size(), 1U);

    auto back = *dossier_move(session, move_);
    back.accepted.reset();
    back.taken_back = day(2026, 6, 10);
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(correct_dossier_move(transaction, back, by)); });
    EXPECT_TRUE(open_dossier_moves(session).empty());
    EXPECT_EQ(dossier_moves_of(session, dossier_).at(0).taken_back, back.taken_back);
}

TEST_P(DossiersTest, a_correction_of_a_version_that_no_longer_stands_is_a_conflict)
{
    auto session = database().read();
    auto first = *dossier(session, dossier_);
    auto corrected = first;
    corrected.cell = cast::school_cell().id;
    corrected.closed.reset();
    auto now = write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_dossier(transaction, corrected, by));
        auto late = correct_dossier(transaction, first, by);
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error().kind, Problem::Kind::conflict);
    });
    auto standing = *dossier(session, dossier_);
    EXPECT_EQ(standing.cell, cast::school_cell().id);
    EXPECT_EQ(standing.regimes, first.regimes);
    EXPECT_FALSE(standing.closed);
    auto history = dossier_history(session, dossier_);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.at(0).fact, first);
    EXPECT_EQ(history.at(0).replaced, now);
    EXPECT_EQ(history.at(1).fact, standing);
    EXPECT_FALSE(history.at(1).replaced);
}

TEST_P(DossiersTest, the_history_of_an_act_keeps_every_version_and_its_end)
{
    auto session = database().read();
    auto first = *dossier_act(session, act_);
    auto corrected = first;
    corrected.act.on = day(2026, 5, 2);
    corrected.note = "sửa ngày theo bản gốc";
    auto person = cast::sen().person.id;
    auto second = write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(correct_dossier_act(transaction, corrected, person, by));
        auto late = correct_dossier_act(transaction, first, person, by);
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error().kind, Problem::Kind::conflict);
        EXPECT_FALSE(withdraw_dossier_act(transaction, first, by));
    });
    auto standing = *dossier_act(session, act_);
    auto third = write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(withdraw_dossier_act(transaction, standing, by));
    });
    EXPECT_FALSE(dossier_act(session, act_));
    EXPECT_TRUE(dossier_acts_of(session, dossier_).empty());
    EXPECT_TRUE(all_dossier_acts(session).empty());
    auto history = dossier_act_history(session, dossier_);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.at(0).fact, first);
    EXPECT_EQ(history.at(0).replaced, second);
    EXPECT_EQ(history.at(1).fact.note, corrected.note);
    EXPECT_EQ(history.at(1).fact.act.on, corrected.act.on);
    EXPECT_EQ(history.at(1).fact.recorded, second);
    EXPECT_EQ(history.at(1).replaced, third);
}

TEST_P(DossiersTest, acts_stand_in_the_order_of_their_days)
{
    auto person = cast::sen().person.id;
    RecordedActId early;
    RecordedActId late;
    write([&](Transaction& transaction, AuditNumber by) {
        RecordedAct act{.dossier = dossier_, .act = {.kind = ActKind::ceremony, .on = day(2026, 9, 2)}};
        late = add_dossier_act(transaction, act, person, by);
        act.act = {.kind = ActKind::application, .on = day(2026, 1, 6)};
        early = add_dossier_act(transaction, act, person, by);
    });
    auto session = database().read();
    std::vector<RecordedActId> order;
    for (const auto& each : dossier_acts_of(session, dossier_))
        order.push_back(each.id);
    EXPECT_THAT(order, ElementsAre(early, act_, late));
}

} // namespace phusa::storage
