#include "rules/pace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::string message_of(std::string_view toml)
{
    auto parsed = parse_pace(toml);
    return parsed ? "" : parsed.error().message;
}

TEST(Pace, TheShippedFileReachesFromTheCeremonyToTheApplication)
{
    auto steps = shipped_pace();
    for (auto act :
         {ActKind::decision, ActKind::committee_vote, ActKind::cell_vote, ActKind::opinions, ActKind::introduction,
          ActKind::verification, ActKind::declaration, ActKind::application, ActKind::certificate})
        EXPECT_NE(std::ranges::find(steps, act, &PaceStep::act), steps.end()) << key_of(act);
}

TEST(Pace, AStepStandsAfterWhatItLiesBefore)
{
    constexpr std::string_view text = R"(confidence = "custom"
[[step]]
act = "cell_vote"
before = "committee_vote"
days = 10
note = "x")";
    EXPECT_EQ(message_of(text), "pace.toml, bước thứ 1: before: phải là lễ kết nạp hoặc một bước đã ghi ở trên");
}

TEST(Pace, UnknownKeysAndAbsurdDaysAreNamed)
{
    EXPECT_EQ(message_of("confidence = \"S\""),
              "pace.toml, đầu tệp: confidence: chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    EXPECT_EQ(message_of(R"(confidence = "custom"
[[step]]
act = "decision"
before = "ceremony"
days = -1
note = "x")"),
              "pace.toml, bước thứ 1: days: phải là số ngày từ 0 đến 366");
    EXPECT_EQ(message_of(R"(confidence = "custom"
[[step]]
act = "decision"
befor = "ceremony")"),
              "pace.toml, bước thứ 1: befor: không có mục này");
}

} // namespace

} // namespace phusa
