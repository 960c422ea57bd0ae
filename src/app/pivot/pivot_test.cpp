#include "app/people_test.hpp"
#include "app/pivot/asked.hpp"
#include "app/pivot/choices.hpp"
#include "app/pivot/pivot.hpp"
#include "app/pivot/trend.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// The cast as admitted: see story_test.cpp.
class PivotOfTheCast : public PeopleTest
{
protected:
    static PivotQuestion asked(std::vector<std::string> rows, std::string columns,
                               std::string_view period = "1960-01-01..2026-11-23", std::string code = "99")
    {
        PivotQuestion question{.scope = {}, .rows = std::move(rows), .columns = std::move(columns), .filters = {}};
        question.scope.code = std::move(code);
        question.scope.period = Period::parse(period).value();
        return question;
    }
    PivotTable table(const PivotQuestion& question, Role role = Role::province_commission)
    {
        auto made = pivot(app(), actor(role), question);
        EXPECT_TRUE(made) << made.error().message;
        return made.value_or(PivotTable{});
    }
    Problem refusal(const PivotQuestion& question, Role role = Role::province_commission)
    {
        auto made = pivot(app(), actor(role), question);
        EXPECT_FALSE(made);
        return made ? Problem{} : made.error();
    }
    std::int64_t story_total(std::string_view period, std::string code)
    {
        StoryQuestion question;
        question.code = std::move(code);
        question.period = Period::parse(period).value();
        auto told = story(app(), actor(Role::province_commission), question);
        return std::get<std::int64_t>(told->table.rows.front()[2]);
    }
    void expect_people(const PivotCell& cell, int& opened)
    {
        if (!cell.people || cell.count == 0)
            return;
        ++opened;
        auto people = list_people(app(), actor(Role::province_commission), *cell.people);
        ASSERT_TRUE(people) << people.error().message;
        EXPECT_EQ(people->total, cell.count);
    }
};
ON_BOTH_REGISTERS(PivotOfTheCast);

TEST_P(PivotOfTheCast, CountsByUnitAndYear)
{
    auto made = table(asked({"district"}, "year", "2007-01-01..2012-12-31"));
    ASSERT_EQ(made.columns.values.size(), 6); // also the years without anybody
    ASSERT_EQ(made.lines.size(), 2);
    EXPECT_EQ(made.lines[0].values[0].key, "99.001");
    EXPECT_EQ(made.lines[0].total.count, 4);
    EXPECT_EQ(made.lines[1].values[0].title, "Đảng bộ Khối các cơ quan tỉnh");
    EXPECT_EQ(made.lines[1].cells[0].count, 1); // Tre, 2007
    EXPECT_EQ(made.lines[1].cells[5].count, 1); // Quế, 2012
    EXPECT_EQ(made.column_totals[3].count, 2);  // Đào and Mây, 2010
    EXPECT_EQ(made.whole.count, 6);
}

TEST_P(PivotOfTheCast, EveryDimensionHasEverybodyExactlyOnce)
{
    for (const std::string unit : {"99", "99.001", "99.001.001.000.001"})
        for (const std::string_view period : {"2007-01-01..2012-03-31", "1960-01-01..2026-11-23"}) {
            auto total = story_total(period, unit);
            for (const auto& dimension : pivot_dimensions()) {
                if (dimension.key == "month" && period.starts_with("1960"))
                    continue; // fifty years of months are no table
                auto made = table(asked({dimension.key}, "", period, unit));
                EXPECT_EQ(made.whole.count, total) << dimension.key << ' ' << unit;
            }
        }
}

TEST_P(PivotOfTheCast, TotalsAreTheSumsOfTheirParts)
{
    auto made = table(asked({"sex", "occupation"}, "grassroots"));
    std::int64_t whole = 0;
    for (std::size_t column = 0; column < made.columns.values.size(); ++column) {
        std::int64_t sum = 0;
        for (const auto& line : made.lines)
            sum += line.cells[column].count;
        EXPECT_EQ(sum, made.column_totals[column].count);
    }
    for (const auto& line : made.lines) {
        std::int64_t sum = 0;
        for (const auto& cell : line.cells)
            sum += cell.count;
        EXPECT_EQ(sum, line.total.count);
        EXPECT_EQ(line.values.size(), 2);
        whole += sum;
    }
    EXPECT_EQ(whole, made.whole.count);
    auto sheet = pivot_sheet(made, PivotMeasure::count);
    EXPECT_EQ(sheet.rows.size(), made.lines.size() + 1);
    EXPECT_EQ(std::get<std::int64_t>(sheet.rows.back().back()), made.whole.count);
}

// Trăng was admitted again in 2020: two admissions are one person, so the periods end before.
TEST_P(PivotOfTheCast, EveryNumberOpensIntoAsManyPeople)
{
    int opened = 0;
    for (auto question : {asked({"unit"}, "year", "2007-01-01..2012-12-31"),
                          asked({"sex", "age_band"}, "qualification", "1960-01-01..2019-12-31"),
                          asked({"cell"}, "youth_union_member", "2007-01-01..2019-12-31"),
                          asked({"occupation"}, "quarter", "2007-01-01..2012-12-31")}) {
        auto made = table(question);
        for (const auto& line : made.lines) {
            for (const auto& cell : line.cells)
                expect_people(cell, opened);
            expect_people(line.total, opened);
        }
        for (const auto& total : made.column_totals)
            expect_people(total, opened);
    }
    EXPECT_GT(opened, 40);
}

TEST_P(PivotOfTheCast, FiltersNarrowCountsAndTheirPeople)
{
    auto question = asked({"occupation"}, "year", "2007-01-01..2012-12-31");
    question.filters = {{"sex", {"male", "female"}}, {"indicator", {"women"}}, {"year", {"2010"}}};
    auto made = table(question);
    EXPECT_EQ(made.whole.count, 2); // Đào and Mây
    ASSERT_EQ(made.filters.size(), 3);
    EXPECT_EQ(made.filters[0], "Giới tính: Nam hoặc Nữ");
    int opened = 0;
    expect_people(made.whole, opened);
    EXPECT_EQ(opened, 1);
    auto sheet = pivot_sheet(made, PivotMeasure::count);
    EXPECT_EQ(sheet.notes.back(), "Chỉ tính: Giới tính: Nam hoặc Nữ; Đảng viên nữ; Năm: 2010");
    question.filters = {{"unit", {"99.002"}}};
    EXPECT_EQ(table(question).whole.count, 2); // Tre and Quế
}

TEST_P(PivotOfTheCast, SharesAndAgesAreOfWhatTheirNameSays)
{
    auto made = table(asked({"district"}, "sex", "2007-01-01..2012-12-31"));
    const auto& line = made.lines[0];
    auto value = [&](PivotMeasure measure) {
        return std::get<double>(pivot_value(made, measure, line.total, line.total, made.whole));
    };
    EXPECT_DOUBLE_EQ(value(PivotMeasure::row_share), 100);
    EXPECT_DOUBLE_EQ(value(PivotMeasure::column_share), 66.7); // 4 of 6
    EXPECT_DOUBLE_EQ(value(PivotMeasure::total_share), 66.7);
    EXPECT_GT(value(PivotMeasure::mean_age), 18);
    PivotCell nobody;
    EXPECT_TRUE(
        std::holds_alternative<std::monostate>(pivot_value(made, PivotMeasure::row_share, nobody, nobody, nobody)));
}

TEST_P(PivotOfTheCast, WhatIsUnknownIsNamed)
{
    auto unknown_row = refusal(asked({"shoe_size"}, "year"));
    EXPECT_EQ(unknown_row.kind, Problem::Kind::invalid);
    EXPECT_NE(unknown_row.message.find("shoe_size"), std::string::npos);
    EXPECT_EQ(unknown_row.fields.front().name, "--rows");
    EXPECT_EQ(refusal(asked({"sex"}, "colour")).fields.front().name, "--columns");
    EXPECT_EQ(refusal(asked({"sex"}, "sex")).fields.front().name, "--columns");
    EXPECT_EQ(refusal(asked({"sex", "sex"}, "year")).fields.front().name, "--rows");
    EXPECT_EQ(refusal(asked({}, "year")).fields.front().name, "--rows");
    auto question = asked({"sex"}, "year");
    for (const auto& filter : {PivotFilter{"sex", {"third"}}, PivotFilter{"indicator", {"third"}},
                               PivotFilter{"third", {"male"}}, PivotFilter{"year", {"third"}}}) {
        question.filters = {filter};
        auto problem = refusal(question);
        EXPECT_EQ(problem.fields.front().name, "--filter");
        EXPECT_NE(problem.message.find("third"), std::string::npos) << problem.message;
    }
    EXPECT_EQ(read_pivot(PivotWords{.rows = "sex", .columns = "year", .filters = {"sex"}}, "--").error().kind,
              Problem::Kind::invalid);
    EXPECT_FALSE(read_pivot(PivotWords{.rows = "sex", .columns = "year", .measure = "weight"}, "--"));
}

TEST_P(PivotOfTheCast, IsGivenOnlyWithinTheScope)
{
    EXPECT_EQ(table(asked({"sex"}, "year", "2010", "99.001.001.000.001"), Role::cell_secretary).whole.count, 2);
    EXPECT_EQ(refusal(asked({"sex"}, "year"), Role::cell_secretary).kind, Problem::Kind::not_found);
    EXPECT_EQ(refusal(asked({"sex"}, "year"), Role::administrator).kind, Problem::Kind::refused);
    auto question = asked({"district"}, "year", "2010");
    question.scope.code.clear();
    auto made = table(question, Role::cell_secretary); // begins at the own cell
    EXPECT_EQ(made.unit.name, "Chi bộ thôn Đầu Làng");
    int opened = 0;
    expect_people(made.lines.front().cells.front(), opened);
    EXPECT_EQ(opened, 1);
}

TEST_P(PivotOfTheCast, ATrendComparesWholeYears)
{
    TrendQuestion question;
    question.scope = asked({}, "", "2007-01-01..2010-05-19").scope;
    question.follow = "indicator:women";
    auto followed = trend(app(), actor(Role::province_commission), question);
    ASSERT_TRUE(followed) << followed.error().message;
    ASSERT_EQ(followed->spans.size(), 4);
    EXPECT_FALSE(followed->spans[0].total.before);
    ASSERT_TRUE(followed->spans[1].total.before);
    EXPECT_EQ(change_words(followed->spans[1].total), "không đổi"); // Tre in 2007, Sóng in 2008
    EXPECT_FALSE(followed->spans[3].is_whole);
    EXPECT_FALSE(followed->spans[3].total.before);
    ASSERT_EQ(followed->series.size(), 1);
    EXPECT_EQ(followed->series[0].title, "Đảng viên nữ");
    auto sheet = trend_sheet(*followed);
    EXPECT_EQ(sheet.rows.size(), 4);
    EXPECT_EQ(sheet.columns.size(), 6);
    question.follow = "shoe_size";
    EXPECT_EQ(trend(app(), actor(Role::province_commission), question, "theo").error().fields.front().name, "theo");
    question.follow = "indicator:shoe_size";
    EXPECT_EQ(trend(app(), actor(Role::province_commission), question, "theo").error().kind, Problem::Kind::invalid);
}

} // namespace

TEST(Trend, SaysHowANumberMoved)
{
    auto words = [](std::int64_t before, std::int64_t after) {
        return change_words({.cell = {.count = after}, .before = PivotCell{.count = before}});
    };
    EXPECT_EQ(words(1000, 1053), "+53 (+5,3%)");
    EXPECT_EQ(words(200, 150), "−50 (−25%)");
    EXPECT_EQ(words(7, 7), "không đổi");
    EXPECT_EQ(words(0, 12), "+12");
    EXPECT_EQ(change_words({.cell = {.count = 3}, .before = {}}), "");
}

} // namespace phusa
