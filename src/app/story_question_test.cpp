#include "app/story_question.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

std::string problem_of(const StoryAsked& asked, std::string_view dashes = "--")
{
    auto question = story_question(asked, dashes);
    EXPECT_FALSE(question);
    return question ? std::string() : question.error().fields.at(0).name;
}

TEST(StoryQuestion, IsReadFromCodesPeriodsAndIsoDates)
{
    auto question = story_question({.org = "34.001",
                                    .period = {},
                                    .from = "2007-01-01",
                                    .to = "2012-03-31",
                                    .structure = "2025-07-01",
                                    .as_of = "2026-11-23"},
                                   "--");
    ASSERT_TRUE(question);
    EXPECT_EQ(question->code, "34.001");
    EXPECT_EQ(question->period, *Period::parse("2007-01-01..2012-03-31"));
    EXPECT_EQ(question->structure, Date::of(2025, 7, 1));
    EXPECT_EQ(question->as_of, Date::of(2026, 11, 23));
    EXPECT_EQ(story_question({.period = "2012-Q1"}, "")->period, *Period::parse("2012-01-01..2012-03-31"));
}

TEST(StoryQuestion, SaysNothingOfWhatWasNotSaid)
{
    auto question = story_question({}, "--");
    ASSERT_TRUE(question);
    EXPECT_FALSE(question->organisation || question->period || question->structure || question->as_of);
}

TEST(StoryQuestion, NamesTheOptionThatCannotBeRead)
{
    EXPECT_EQ(problem_of({.period = "2012-Q5"}), "--period");
    EXPECT_EQ(problem_of({.period = "2012", .from = "2012-01-01"}), "--period");
    EXPECT_EQ(problem_of({.from = "2012-01-01"}), "--to");
    EXPECT_EQ(problem_of({.to = "2012-01-01"}), "--from");
    EXPECT_EQ(problem_of({.from = "2012-02-30", .to = "2012-03-01"}), "--from");
    EXPECT_EQ(problem_of({.from = "2012-03-02", .to = "2012-03-01"}), "--to");
    EXPECT_EQ(problem_of({.structure = "03/02/2012"}), "--structure");
    EXPECT_EQ(problem_of({.as_of = "2026"}), "--as-of");
    EXPECT_EQ(problem_of({.as_of = "2026"}, ""), "as_of");
}

} // namespace

} // namespace phusa
