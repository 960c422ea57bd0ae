#include "domain/case_reading.hpp"
#include "domain/stage.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

// A dossier whose acts are added one after another; what is still to be done is said by hand.
class StageTest : public testing::Test
{
protected:
    RecordedAct& add(ActKind kind, std::string_view on, std::optional<Matter> about = {})
    {
        RecordedAct act;
        act.id = RecordedActId(static_cast<std::int64_t>(acts_.size()) + 1);
        act.act.kind = kind;
        act.act.on = day(on);
        act.act.about = about;
        return acts_.emplace_back(act);
    }
    RecordedAct& add(SideAct side, std::string_view on, std::optional<Matter> about = {})
    {
        auto& act = add(ActKind::application, on, about);
        act.side = side;
        return act;
    }
    void vote(std::string_view on, Matter about, int in_favour)
    {
        add(ActKind::cell_vote, on, about).act.cell = {.official = 15, .present = 15, .in_favour = in_favour};
    }
    void committee(std::string_view on, Matter about, int in_favour = 15)
    {
        add(ActKind::committee_vote, on, about).act.committee = {.members = 15, .in_favour = in_favour};
    }
    void lacks(ActKind act, Matter about = Matter::admission)
    {
        NextAct next;
        next.act = act;
        next.about = about;
        verdict_.next.push_back(next);
    }
    void admit()
    {
        vote("2025-04-03", Matter::admission, 11);
        committee("2025-04-20", Matter::admission);
        add(ActKind::decision, "2025-05-05", Matter::admission);
        add(ActKind::ceremony, "2025-05-19");
    }
    StageOnDay on(std::string_view iso)
    {
        auto judged = case_of(dossier_, {}, acts_, grassroots_cell_);
        return stage_of(dossier_, acts_, judged, verdict_, day(iso));
    }
    StageOnDay at(Stage stage, std::string_view since) { return {.stage = stage, .since = day(since)}; }

    Dossier dossier_{.opened = day("2025-01-05")};
    std::vector<RecordedAct> acts_;
    Verdict verdict_;
    bool grassroots_cell_ = false;
};

TEST_F(StageTest, papers_before_the_vote_say_where_it_stands)
{
    lacks(ActKind::application);
    lacks(ActKind::verification);
    EXPECT_EQ(on("2025-02-01"), at(Stage::preparing, "2025-01-05"));
    verdict_.next.erase(verdict_.next.begin());
    add(ActKind::declaration, "2025-01-20");
    EXPECT_EQ(on("2025-02-01"), at(Stage::verifying, "2025-01-20"));
    verdict_.next.clear();
    lacks(ActKind::opinions);
    lacks(ActKind::opinions, Matter::recognition);
    EXPECT_EQ(on("2025-02-01").stage, Stage::introducing);
    verdict_.next.clear();
    lacks(ActKind::cell_vote);
    lacks(ActKind::self_review, Matter::recognition);
    EXPECT_EQ(on("2025-02-01").stage, Stage::cell_vote);
}

TEST_F(StageTest, a_failed_vote_leaves_it_with_the_cell)
{
    vote("2025-04-03", Matter::admission, 9);
    EXPECT_EQ(on("2025-05-01"), at(Stage::cell_vote, "2025-04-03"));
    vote("2025-06-03", Matter::admission, 10);
    EXPECT_EQ(on("2025-07-01"), at(Stage::committee_vote, "2025-06-03"));
}

TEST_F(StageTest, from_vote_to_ceremony)
{
    admit();
    EXPECT_EQ(on("2025-04-02").stage, Stage::cell_vote);
    EXPECT_EQ(on("2025-04-03"), at(Stage::committee_vote, "2025-04-03"));
    EXPECT_EQ(on("2025-04-20"), at(Stage::decision, "2025-04-20"));
    EXPECT_EQ(on("2025-05-05"), at(Stage::ceremony, "2025-05-05"));
    EXPECT_EQ(on("2025-05-19"), at(Stage::probation, "2025-05-19"));
    EXPECT_EQ(on("2026-05-18"), at(Stage::probation, "2025-05-19"));
    EXPECT_EQ(on("2026-05-19"), at(Stage::recognition_vote, "2026-05-19"));
}

TEST_F(StageTest, a_grassroots_cell_has_no_committee)
{
    grassroots_cell_ = true;
    vote("2025-04-03", Matter::admission, 11);
    EXPECT_EQ(on("2025-04-10"), at(Stage::decision, "2025-04-03"));
}

TEST_F(StageTest, recognition)
{
    admit();
    vote("2026-05-25", Matter::recognition, 9);
    EXPECT_EQ(on("2026-05-26"), at(Stage::recognition_vote, "2026-05-25"));
    vote("2026-06-01", Matter::recognition, 15);
    EXPECT_EQ(on("2026-06-02"), at(Stage::recognition_decision, "2026-06-01"));
    add(ActKind::decision, "2026-06-25", Matter::recognition);
    EXPECT_EQ(on("2026-06-25"), at(Stage::recognised, "2026-06-25"));
}

TEST_F(StageTest, refusal_stands_until_taken_up_again)
{
    vote("2025-04-03", Matter::admission, 11);
    add(SideAct::refusal, "2025-05-05", Matter::admission);
    EXPECT_EQ(on("2025-05-04").stage, Stage::committee_vote);
    EXPECT_EQ(on("2025-05-05"), at(Stage::refused, "2025-05-05"));
    add(ActKind::redo, "2025-06-01", Matter::admission);
    EXPECT_NE(on("2025-06-01").stage, Stage::refused);
}

TEST_F(StageTest, a_redo_sets_the_vote_aside)
{
    vote("2025-04-03", Matter::admission, 11);
    add(ActKind::redo, "2025-06-01");
    lacks(ActKind::introduction);
    EXPECT_EQ(on("2025-06-02"), at(Stage::introducing, "2025-06-01"));
}

TEST_F(StageTest, removed_and_closed)
{
    admit();
    add(ActKind::removal, "2025-12-01");
    EXPECT_EQ(on("2025-12-01"), at(Stage::removed, "2025-12-01"));
    dossier_.closed = Closing{.on = day("2025-11-01"), .cause = ClosingCause::died};
    EXPECT_EQ(on("2025-12-01"), at(Stage::stopped, "2025-11-01"));
}

TEST_F(StageTest, a_cancelled_admission_falls_with_its_ceremony)
{
    admit();
    auto decision = acts_[2].id;
    add(SideAct::cancellation, "2025-08-01").concerns = decision;
    auto judged = case_of(dossier_, {}, acts_, false);
    EXPECT_EQ(judged.value.acts.size(), 2u);
    EXPECT_EQ(judged.acts, (std::vector{acts_[0].id, acts_[1].id}));
    EXPECT_EQ(on("2025-08-01"), at(Stage::decision, "2025-04-20"));
    add(SideAct::remedy, "2025-09-01").concerns = decision;
    EXPECT_EQ(on("2025-09-01"), at(Stage::probation, "2025-05-19"));
}

TEST_F(StageTest, a_new_decision_after_a_cancelled_one_counts)
{
    admit();
    add(SideAct::cancellation, "2025-08-01").concerns = acts_[2].id;
    add(ActKind::decision, "2025-09-01", Matter::admission);
    EXPECT_EQ(on("2025-09-01"), at(Stage::ceremony, "2025-09-01"));
}

TEST_F(StageTest, a_cancelled_recognition_leaves_the_probation)
{
    admit();
    vote("2026-06-01", Matter::recognition, 15);
    auto decision = add(ActKind::decision, "2026-06-25", Matter::recognition).id;
    add(SideAct::cancellation, "2026-07-01").concerns = decision;
    EXPECT_EQ(on("2026-07-02"), at(Stage::recognition_decision, "2026-06-01"));
}

TEST(Stages, each_has_a_key_of_its_own)
{
    for (auto each : all_stages()) {
        EXPECT_EQ(stage(key_of(each)), each);
        EXPECT_FALSE(title_of(each).empty());
    }
    EXPECT_TRUE(is_open(Stage::recognition_decision));
    EXPECT_FALSE(is_open(Stage::recognised));
    EXPECT_TRUE(is_after_admission(Stage::probation));
    EXPECT_FALSE(is_after_admission(Stage::removed));
}

} // namespace

} // namespace phusa
