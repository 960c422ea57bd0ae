#include "stats/case_table_test.hpp"
#include "stats/chance_columns_test.hpp"
#include "stats/count.hpp"
#include "stats/pivot.hpp"
#include "stats/spans.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <random>

namespace phusa::stats
{

namespace
{

// A side of a pivot by the name that a case gives it, with the names of its groups.
struct NamedSide {
    Grouping grouping;
    std::vector<std::string> names;
};

NamedSide side_by_days(const Slice& slice, SpanUnit unit)
{
    auto spans = spans_of(slice.days, unit);
    NamedSide side{.grouping = group_by_days(spans), .names = {}};
    for (const auto& span : spans)
        side.names.push_back(unit == SpanUnit::year ? std::to_string(span.first.year())
                                                    : fmt::format("{}-{:02}", span.first.year(), span.first.month()));
    return side;
}

NamedSide side_of(const CaseTable& table, const Slice& slice, const std::string& name)
{
    if (name == "year" || name == "quarter")
        return side_by_days(slice, name == "year" ? SpanUnit::year : SpanUnit::quarter);
    if (name == "age") {
        std::vector<AgeBand> bands{{216, 372}, {372, 1800}};
        return {group_by_ages(bands), {"18-30", "31-"}};
    }
    if (name == "cell") {
        NamedSide side;
        std::vector<std::vector<PositionRange>> sets;
        for (auto position = slice.positions.first; position < slice.positions.end; ++position) {
            sets.push_back({{position, position + 1}});
            side.names.push_back(std::to_string(position));
        }
        side.grouping = group_by_positions(sets);
        return side;
    }
    auto index = table.columns.dimension(name);
    EXPECT_TRUE(index) << name;
    NamedSide side{.grouping = group_by_values(table.dimensions[*index], *index), .names = {}};
    for (const auto& value : table.dimensions[*index].values)
        side.names.push_back(value.key);
    return side;
}

std::string shown(const Pivot::Cell& cell, bool ages)
{
    return ages ? fmt::format("{:.2f}", cell.mean_age()) : std::to_string(cell.count);
}

// "farmer/male" -> "1 0 2 = 3": the cells of a row and their sum.
std::map<std::string, std::string> lines_of(const CaseTable& table, const CaseTable::Question& question)
{
    std::vector<Grouping> sides;
    std::vector<std::string> rows{""};
    for (const auto& name : question.sides) {
        auto side = side_of(table, question.slice, name);
        if (sides.size() + 1 < question.sides.size()) {
            std::vector<std::string> longer;
            for (const auto& row : rows)
                for (const auto& value : side.names)
                    longer.push_back(row.empty() ? value : row + "/" + value);
            rows = std::move(longer);
        }
        sides.push_back(std::move(side.grouping));
    }
    std::vector<Grouping> filters;
    for (const auto& key : question.filters)
        for (auto& filter : only(table.indicators.at(key)))
            filters.push_back(std::move(filter));
    auto counted = pivot(table.columns, question.slice, sides, filters, question.ages ? Ages::asked : Ages::left_out);
    std::map<std::string, std::string> lines;
    auto width = sides.back().groups;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        Pivot::Cell sum;
        for (std::size_t column = 0; column < width; ++column) {
            const auto& cell = counted.cells[row * width + column];
            lines[rows[row]] += shown(cell, question.ages) + " ";
            sum += cell;
        }
        lines[rows[row]] += "= " + shown(sum, question.ages);
    }
    return lines;
}

TEST(Pivot, AnswersTheCasesOfTheOffice)
{
    int asked = 0;
    for (const auto& entry : std::filesystem::directory_iterator(PHUSA_SOURCE_DIR "/tests/stats")) {
        if (entry.path().extension() != ".case")
            continue;
        auto table = read_case(entry.path());
        for (const auto& question : table.questions) {
            if (question.sides.empty())
                continue;
            SCOPED_TRACE(entry.path().filename().string() + ": " + question.text);
            auto lines = lines_of(table, question);
            EXPECT_EQ(lines.size(), question.answers.size());
            for (const auto& [row, line] : question.answers)
                EXPECT_EQ(lines[row], line) << row;
            ++asked;
        }
    }
    EXPECT_GE(asked, 7);
}

std::uint32_t group_in(const Columns& columns, const Grouping& grouping, std::size_t row)
{
    std::array<std::uint32_t, 4> values{grouping.by == Grouping::By::code ? columns.codes(grouping.dimension)[row] : 0U,
                                        columns.days()[row], columns.ages_months()[row], columns.positions()[row]};
    auto value = values.at(static_cast<std::size_t>(grouping.by));
    if (value < grouping.first || value - grouping.first >= grouping.group_of.size())
        return Grouping::none;
    return grouping.group_of[value - grouping.first];
}

// The same by walking over all rows and asking each.
std::vector<Pivot::Cell> recounted(const Columns& columns, const Slice& slice, const std::vector<Grouping>& sides,
                                   const std::vector<Grouping>& filters)
{
    std::size_t size = 1;
    for (const auto& side : sides)
        size *= side.groups;
    std::vector<Pivot::Cell> cells(size);
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        Date day = Date::of(1900, 1, 1)->plus_days(columns.days()[row]);
        bool counts = columns.positions()[row] >= slice.positions.first &&
                      columns.positions()[row] < slice.positions.end && slice.days.contains(day);
        std::size_t cell = 0;
        for (const auto& filter : filters)
            counts = counts && group_in(columns, filter, row) == 0;
        for (const auto& side : sides) {
            auto group = group_in(columns, side, row);
            counts = counts && group != Grouping::none;
            cell = cell * side.groups + group;
        }
        if (!counts)
            continue;
        auto months = columns.ages_months()[row];
        cells[cell] += {.count = 1, .ages_known = months != 0 ? 1U : 0U, .age_months_sum = months};
    }
    return cells;
}

TEST(Pivot, IsWhatCountingOneByOneComesTo)
{
    std::mt19937 random(20'260'703);
    for (std::uint32_t rows : {0U, 1U, 3'000U, 30'000U}) {
        auto columns = chance_columns(rows, random);
        Slice slice{{20, 430}, *Period::parse("1999-02-03..2008-09-02")};
        Slice all_days{slice.positions, *Period::parse("1900-01-01..2079-06-06")};
        std::vector<std::vector<PositionRange>> sets{{{20, 60}, {90, 91}}, {{60, 90}}, {{300, 500}}};
        std::vector<AgeBand> bands{{0, 1}, {216, 372}, {372, 600}};
        std::bitset<256> some;
        some.set(1).set(3).set(5);
        std::vector<std::vector<Grouping>> questions{
            {},
            {group_by_values(columns.dimensions()[0], 0)},
            {group_by_positions(sets), group_by_values(columns.dimensions()[1], 1),
             group_by_days(spans_of(slice.days, SpanUnit::month))},
            {group_by_ages(bands), group_by_days(spans_of(slice.days, SpanUnit::quarter))},
            {group_by_values(columns.dimensions()[1], 1), group_by_values(columns.dimensions()[0], 0)},
        };
        for (const auto& sides : questions)
            for (const auto& filters : {std::vector<Grouping>{}, std::vector<Grouping>{only_codes(0, some)}}) {
                for (const auto& asked : {slice, all_days})
                    EXPECT_EQ(pivot(columns, asked, sides, filters, Ages::asked).cells,
                              recounted(columns, asked, sides, filters))
                        << rows << ' ' << sides.size();
            }
    }
}

// Without ages, two sides of codes and all days are counted another way (code_pairs.hpp).
TEST(Pivot, CountsAreTheSameWithAndWithoutAges)
{
    std::mt19937 random(3);
    for (std::uint32_t rows : {0U, 5U, 20'001U, 1'000'003U}) {
        auto columns = chance_columns(rows, random);
        Slice slice{{3, 480}, *Period::parse("1900-01-01..2079-06-06")};
        std::vector<Grouping> sides{group_by_values(columns.dimensions()[1], 1),
                                    group_by_values(columns.dimensions()[0], 0)};
        auto counts = pivot(columns, slice, sides, {});
        auto with_ages = pivot(columns, slice, sides, {}, Ages::asked);
        for (std::size_t cell = 0; cell < counts.cells.size(); ++cell)
            ASSERT_EQ(counts.cells[cell].count, with_ages.cells[cell].count) << rows << ' ' << cell;
    }
}

TEST(Pivot, TwoThreadsCountWhatTheirHalvesCount)
{
    std::mt19937 random(7);
    auto columns = chance_columns(1'300'000, random);
    auto days = *Period::parse("1900-01-01..2079-06-06");
    std::vector<Grouping> sides{group_by_values(columns.dimensions()[0], 0),
                                group_by_values(columns.dimensions()[1], 1)};
    auto whole = pivot(columns, {{0, 500}, days}, sides, {}, Ages::asked);
    auto below = pivot(columns, {{0, 170}, days}, sides, {}, Ages::asked);
    auto above = pivot(columns, {{170, 500}, days}, sides, {}, Ages::asked);
    for (std::size_t cell = 0; cell < whole.cells.size(); ++cell) {
        below.cells[cell] += above.cells[cell];
        ASSERT_EQ(whole.cells[cell], below.cells[cell]) << cell;
    }
}

TEST(Pivot, SidesWithoutGroupsHaveNoCells)
{
    auto table = read_case(PHUSA_SOURCE_DIR "/tests/stats/small-unit.case");
    Grouping nothing = group_by_days({});
    auto counted = pivot(table.columns, {{0, 9}, *Period::parse("2007")}, {&nothing, 1}, {});
    EXPECT_TRUE(counted.cells.empty());
}

TEST(Pivot, AnIndicatorAsAFilterLeavesAsManyAsItCounts)
{
    auto table = read_case(PHUSA_SOURCE_DIR "/tests/stats/small-unit.case");
    Slice slice{{0, 9}, *Period::parse("2007-01-01..2012-03-31")};
    auto counts = count(table.columns, slice, table.indicators.indicators);
    for (std::size_t i = 0; i < counts.of.size(); ++i)
        EXPECT_EQ(pivot(table.columns, slice, {}, only(table.indicators.indicators[i])).cells[0].count, counts.of[i]);
}

TEST(Spans, AreCutAtTheEndsAndFillThePeriod)
{
    auto period = *Period::parse("2007-02-03..2008-05-01");
    EXPECT_EQ(spans_of(period, SpanUnit::year).size(), 2);
    auto quarters = spans_of(period, SpanUnit::quarter);
    ASSERT_EQ(quarters.size(), 6);
    EXPECT_EQ(quarters.front(), *Period::parse("2007-02-03..2007-03-31"));
    EXPECT_EQ(quarters.back(), *Period::parse("2008-04-01..2008-05-01"));
    for (auto unit : {SpanUnit::year, SpanUnit::quarter, SpanUnit::month}) {
        auto spans = spans_of(period, unit);
        EXPECT_EQ(spans.front().first, period.first);
        EXPECT_EQ(spans.back().last, period.last);
        for (std::size_t i = 1; i < spans.size(); ++i)
            EXPECT_EQ(spans[i].first, spans[i - 1].last.plus_days(1));
    }
    EXPECT_TRUE(spans_of({period.last, period.first}, SpanUnit::month).empty());
}

} // namespace

} // namespace phusa::stats
