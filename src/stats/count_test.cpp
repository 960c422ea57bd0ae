#include "stats/case_table_test.hpp"
#include "stats/count.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace phusa::stats
{

namespace
{

std::string answer_of(const CaseTable& table, const Counts& counts, const std::string& key)
{
    if (key == "total")
        return std::to_string(counts.total);
    if (key == "mean-age")
        return fmt::format("{:.2f}", counts.mean_age());
    for (std::size_t i = 0; i < table.indicators.indicators.size(); ++i)
        if (table.indicators.indicators[i].key == key)
            return std::to_string(counts.of[i]);
    return "no such indicator";
}

void check_by_year(const CaseTable& table, const CaseTable::Question& question)
{
    auto years = count_by_year(table.columns, question.slice, table.indicators.indicators);
    ASSERT_EQ(years.size(), question.answers.size());
    for (std::size_t i = 0; i < years.size(); ++i) {
        EXPECT_EQ(std::to_string(years[i].days.first.year()), question.answers[i].first);
        EXPECT_EQ(std::to_string(years[i].counts.total), question.answers[i].second) << question.answers[i].first;
    }
}

CaseTable small_unit() { return read_case(PHUSA_SOURCE_DIR "/tests/stats/small-unit.case"); }

Slice everything() { return {{0, 100}, *Period::parse("2007-01-01..2012-03-31")}; }

TEST(Count, AnswersTheCasesOfTheOffice)
{
    int asked = 0;
    for (const auto& entry : std::filesystem::directory_iterator(PHUSA_SOURCE_DIR "/tests/stats")) {
        if (entry.path().extension() != ".case")
            continue;
        auto table = read_case(entry.path());
        for (const auto& question : table.questions) {
            if (!question.sides.empty())
                continue; // pivot_test.cpp
            SCOPED_TRACE(entry.path().filename().string() + ": " + question.text);
            ++asked;
            if (question.by_year) {
                check_by_year(table, question);
                continue;
            }
            auto counts = count(table.columns, question.slice, table.indicators.indicators);
            for (const auto& [key, expected] : question.answers)
                EXPECT_EQ(answer_of(table, counts, key), expected) << key;
        }
    }
    EXPECT_GE(asked, 7);
}

TEST(Count, RowsBehindANumberAreAsManyAsTheNumber)
{
    auto table = small_unit();
    auto counts = count(table.columns, everything(), table.indicators.indicators);
    for (std::size_t i = 0; i < counts.of.size(); ++i)
        EXPECT_EQ(rows_of(table.columns, everything(), table.indicators.indicators[i]).size(), counts.of[i]);
}

TEST(Count, CodesOfADimensionAddUpToTheTotal)
{
    auto table = small_unit();
    auto by_code = count_by_code(table.columns, everything(), *table.columns.dimension("occupation"));
    EXPECT_EQ(by_code[1], 3);
    EXPECT_EQ(by_code[2], 2);
    EXPECT_EQ(by_code[3], 1);
    EXPECT_EQ(by_code[4], 2);
}

TEST(Count, RangesAreCountedEachOnItsOwn)
{
    auto table = small_unit();
    std::vector<PositionRange> ranges{{1, 2}, {2, 4}, {4, 9}};
    auto counts = count_by_range(table.columns, ranges, *Period::parse("2008"));
    EXPECT_EQ(counts, (std::vector<std::uint32_t>{1, 2, 0}));
}

TEST(Count, MonthsAreCutAtTheEndsOfThePeriod)
{
    auto table = small_unit();
    auto months = count_by_month(table.columns, {{0, 100}, *Period::parse("2007-01-15..2007-05-18")}, {});
    ASSERT_EQ(months.size(), 5);
    EXPECT_EQ(months.front().days, *Period::parse("2007-01-15..2007-01-31"));
    EXPECT_EQ(months.back().days, *Period::parse("2007-05-01..2007-05-18"));
    EXPECT_EQ(months[1].counts.total, 2);
    EXPECT_EQ(months.back().counts.total, 0);
}

TEST(Count, AnUnknownAgeIsInNoBandAndNotInTheMean)
{
    Columns columns({});
    columns.add(1, 100, 0, {});
    columns.add(1, 100, 240, {});
    columns.sort();
    Indicator young{.key = "young", .title = "", .source = "", .definition = "", .age_until_months = 372};
    auto counts = count(columns, {{0, 9}, {Date(), Date()}}, std::vector{young});
    EXPECT_EQ(counts.total, 0);
    Date day = Date::of(1900, 1, 1)->plus_days(100);
    counts = count(columns, {{0, 9}, {day, day}}, std::vector{young});
    EXPECT_EQ(counts.total, 2);
    EXPECT_EQ(counts.of[0], 1);
    EXPECT_DOUBLE_EQ(counts.mean_age(), 20);
}

TEST(Columns, SortingSaysWhereEachRowCameFrom)
{
    Columns columns({});
    columns.add(2, 5, 0, {});
    columns.add(1, 9, 0, {});
    columns.add(1, 3, 0, {});
    EXPECT_FALSE(columns.is_sorted());
    EXPECT_EQ(columns.sort(), (std::vector<std::uint32_t>{2, 1, 0}));
    EXPECT_EQ(columns.days()[0], 3);
}

} // namespace

} // namespace phusa::stats
