#include "stats/chance_columns_test.hpp"
#include "stats/count.hpp"
#include "stats/row_range.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace phusa::stats
{

namespace
{

Date day_of(std::uint16_t day) { return Date::of(1900, 1, 1)->plus_days(day); }

// The same by walking over all rows and asking each.
std::vector<std::uint32_t> asked_one_by_one(const Columns& columns, const Slice& slice)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < columns.rows(); ++row) {
        auto position = columns.positions()[row];
        if (slice.positions.first <= position && position < slice.positions.end &&
            slice.days.contains(day_of(columns.days()[row])))
            rows.push_back(row);
    }
    return rows;
}

Slice chance_slice(std::mt19937& random)
{
    auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    auto first = below(520);
    auto day = static_cast<std::uint16_t>(35'900 + below(4'300));
    // Mostly short ranges and periods; now and then longer than the rows reach, or ended before begun.
    auto length = [&](std::uint32_t most) { return below(below(2) == 0 ? most : 1 + most / 20); };
    return {.positions = {.first = first, .end = first + length(520)},
            .days = {.first = day_of(day), .last = day_of(day).plus_days(static_cast<int>(length(5'000)) - 3)}};
}

TEST(RowRange, RowsOfASliceAreThoseThatLieInIt)
{
    std::mt19937 random(41);
    for (std::uint32_t rows : {0U, 1U, 2U, 64U, 1'000U, 20'000U}) {
        auto columns = chance_columns(rows, random);
        for (int i = 0; i < 200; ++i) {
            auto slice = chance_slice(random);
            ASSERT_EQ(rows_in(columns, slice), asked_one_by_one(columns, slice)) << rows << ' ' << i;
        }
    }
}

TEST(RowRange, RangesAreCountedAsTheRowsInThem)
{
    std::mt19937 random(43);
    auto columns = chance_columns(5'000, random);
    for (int i = 0; i < 50; ++i) {
        auto days = chance_slice(random).days;
        std::vector<PositionRange> ranges;
        std::vector<std::uint32_t> expected;
        for (int range = 0; range < 5; ++range) {
            ranges.push_back(chance_slice(random).positions);
            expected.push_back(static_cast<std::uint32_t>(
                asked_one_by_one(columns, {.positions = ranges.back(), .days = days}).size()));
        }
        ASSERT_EQ(count_by_range(columns, ranges, days), expected) << i;
    }
}

TEST(DayOrder, RowsLieByDayAndThenInTheirOrder)
{
    std::vector<std::uint16_t> days{9, 3, 9, 65'535, 3};
    DayOrder order(days);
    auto rows_on = [&](std::uint16_t first, std::uint16_t last) {
        auto rows = order.rows_on({.first = first, .last = last});
        return std::vector(rows.begin(), rows.end());
    };
    using Rows = std::vector<std::uint32_t>;
    EXPECT_EQ(rows_on(0, 65'535), (Rows{1, 4, 0, 2, 3}));
    EXPECT_EQ(rows_on(3, 8), (Rows{1, 4}));
    EXPECT_EQ(rows_on(4, 9), (Rows{0, 2}));
    EXPECT_EQ(rows_on(65'535, 65'535), Rows{3});
    EXPECT_TRUE(rows_on(9, 3).empty());
    EXPECT_TRUE(DayOrder().rows_on({.first = 0, .last = 65'535}).empty());
}

} // namespace

} // namespace phusa::stats
