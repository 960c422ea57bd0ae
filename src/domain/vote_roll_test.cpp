#include "base/case_file.hpp"
#include "domain/vote_roll.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

RollEntry entry(std::int64_t id, bool present, std::optional<Excuse> excuse = {})
{
    return {.member = PersonId(id), .present = present, .excuse = excuse};
}

TEST(VoteRoll, bases_of_the_table)
{
    for (const auto& row : case_rows(PHUSA_SOURCE_DIR "/tests/domain/vote-base.case")) {
        CellBallot ballot{.official = std::stoi(row.cell(0)),
                          .excluded = std::stoi(row.cell(1)),
                          .present = std::stoi(row.cell(2)),
                          .in_favour = std::stoi(row.cell(3))};
        auto base = base_of(ballot);
        EXPECT_EQ(base.base, std::stoi(row.cell(4))) << row.place;
        EXPECT_EQ(base.needed, std::stoi(row.cell(5))) << row.place;
        EXPECT_EQ(is_carried(ballot), row.cell(6) == "yes") << row.place;
    }
}

TEST(VoteRoll, an_absent_member_counts_unless_the_ground_is_listed)
{
    auto base = base_of({entry(1, true), entry(2, true), entry(3, false)});
    EXPECT_EQ(base.base, 3);
    EXPECT_EQ(base.present, 2);
    base = base_of({entry(1, true), entry(2, true), entry(3, false, Excuse::moved_for_a_time)});
    EXPECT_EQ(base.base, 2);
    EXPECT_EQ(base.excluded, 1);
}

TEST(VoteRoll, an_exempt_member_who_comes_counts)
{
    auto away = base_of({entry(1, true), entry(2, false, Excuse::exempt_and_absent)});
    EXPECT_EQ(away.base, 1);
    auto there = base_of({entry(1, true), entry(2, true, Excuse::exempt_and_absent)});
    EXPECT_EQ(there.base, 2);
    EXPECT_EQ(there.present, 2);
}

TEST(VoteRoll, a_guest_who_moved_for_a_time_does_not_count)
{
    auto base = base_of({entry(1, true), entry(2, true, Excuse::moved_for_a_time)});
    EXPECT_EQ(base.base, 1);
    EXPECT_EQ(base.present, 1);
}

TEST(VoteRoll, a_committee_that_decides_needs_two_thirds_of_its_members)
{
    EXPECT_TRUE(is_carried(CommitteeBallot{.members = 15, .in_favour = 10, .decides = true}));
    EXPECT_FALSE(is_carried(CommitteeBallot{.members = 15, .in_favour = 9, .decides = true}));
}

TEST(VoteRoll, faults_name_what_does_not_add_up)
{
    CellBallot good{.official = 15, .excluded = 1, .present = 13, .in_favour = 11, .against = 1};
    EXPECT_TRUE(faults_of(good, {}).empty());
    EXPECT_TRUE(faults_of(good, {.issued = 13, .collected = 13, .invalid = 1}).empty());
    EXPECT_EQ(faults_of(good, {.issued = 13, .collected = 13, .invalid = 0}).size(), 1u);
    EXPECT_EQ(faults_of(good, {.issued = 14, .collected = 12, .invalid = 0}).size(), 1u);
    EXPECT_EQ(faults_of({.official = 15, .present = 16}, {}).size(), 1u);
    EXPECT_EQ(faults_of({.official = 5, .present = 5, .in_favour = 4, .against = 2}, {}).size(), 1u);
    EXPECT_EQ(faults_of({.official = 5, .excluded = 5}, {}).size(), 1u);
    EXPECT_EQ(faults_of({.official = 5, .present = -1}, {}).size(), 1u);
}

TEST(VoteRoll, sentences_say_each_base)
{
    CellBallot ballot{.official = 15, .excluded = 1, .present = 13, .in_favour = 11, .against = 2};
    auto sentences = vote_sentences(ballot, {.issued = 13, .collected = 13}, {.name = "Phạm Thị Sen Hồng"});
    ASSERT_EQ(sentences.size(), 6u);
    EXPECT_EQ(sentences[0], "Tổng số đảng viên chính thức của chi bộ: 15 đồng chí.");
    EXPECT_EQ(sentences[2], "Có mặt: 13 đồng chí; vắng mặt: 1 đồng chí.");
    EXPECT_EQ(sentences[4], "Tán thành: 11 đồng chí, đạt 78,6% so với tổng số đảng viên chính thức; không tán thành: 2 "
                            "đồng chí.");
    EXPECT_EQ(sentences[5],
              "Đủ hai phần ba tổng số đảng viên chính thức tán thành (cần ít nhất 10): chi bộ đề nghị kết "
              "nạp Phạm Thị Sen Hồng vào Đảng.");
    auto failed = vote_sentences({.official = 15, .present = 8, .in_favour = 8}, {},
                                 {.about = Matter::recognition, .name = "Lúa"});
    EXPECT_TRUE(failed.back().starts_with("Không đủ hai phần ba")) << failed.back();
    auto again =
        vote_sentences({.official = 9, .present = 9, .in_favour = 9}, {}, {.name = "Sông", .is_readmission = true});
    EXPECT_NE(again[2].find("đạt 100% so với"), std::string::npos) << again[2];
    EXPECT_TRUE(again.back().ends_with("chi bộ đề nghị kết nạp lại Sông vào Đảng.")) << again.back();
}

TEST(VoteRoll, every_excuse_has_a_key_of_its_own)
{
    for (auto each : all_excuses())
        EXPECT_EQ(excuse(key_of(each)), each);
}

} // namespace

} // namespace phusa
