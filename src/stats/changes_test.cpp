#include "stats/changes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace phusa::stats
{

namespace
{

constexpr std::uint32_t places = 40;
constexpr std::uint32_t people = 2000;
constexpr int first_day = 40'000;
constexpr int last_day = 41'000;

Date day_of(int day) { return Date(Date::of(1900, 1, 1)->sys_days() + std::chrono::days(day)); }

std::vector<Dimension> dimensions()
{
    return {{.key = "why", .title = "why", .values = {{0, "a", "a"}, {1, "b", "b"}, {2, "c", "c"}}},
            Dimension::yes_no("young", "young")};
}

struct Row {
    int day;
    std::uint32_t from, to, who;
    std::array<std::uint8_t, 2> codes;
};

// Everybody wanders from place to place, leaves and comes back.
std::vector<Row> wander(std::mt19937& random)
{
    auto draw = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
    std::vector<Row> rows;
    for (std::uint32_t who = 0; who < people; ++who) {
        auto here = Changes::outside;
        for (int day = first_day + draw(0, 500); day <= last_day; day += draw(0, 300)) {
            auto to = here != Changes::outside && draw(0, 3) == 0 ? Changes::outside
                                                                  : static_cast<std::uint32_t>(draw(0, places - 1));
            if (to == here)
                continue;
            rows.push_back(
                {day, here, to, who, {static_cast<std::uint8_t>(draw(0, 2)), static_cast<std::uint8_t>(draw(0, 1))}});
            here = to;
        }
    }
    return rows;
}

bool is_in(PositionRange range, std::uint32_t place) { return range.first <= place && place < range.end; }

class ChangesTest : public testing::Test
{
protected:
    ChangesTest()
    {
        std::mt19937 random(19);
        rows_ = wander(random);
        for (const auto& row : rows_)
            changes_.add(static_cast<std::uint16_t>(row.day), row.from, row.to, row.who, row.codes);
        changes_.sort();
        random_ = random;
    }

    int draw(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    Slice some_slice()
    {
        auto first = static_cast<std::uint32_t>(draw(0, places - 1));
        auto from = draw(first_day - 5, last_day);
        return {{first, static_cast<std::uint32_t>(draw(static_cast<int>(first) + 1, places))},
                {day_of(from), day_of(draw(from, last_day + 5))}};
    }
    std::uint32_t present(PositionRange range, Date day) const
    {
        int count = 0;
        for (const auto& row : rows_)
            if (day_of(row.day) <= day)
                count += static_cast<int>(is_in(range, row.to)) - static_cast<int>(is_in(range, row.from));
        return static_cast<std::uint32_t>(count);
    }

    std::vector<Row> rows_;
    Changes changes_{dimensions(), places};
    std::mt19937 random_;
};

TEST_F(ChangesTest, CountsAsOneByOne)
{
    Indicator young_b{.key = {}, .title = {}, .source = {}, .definition = {}};
    young_b.codes = {{.dimension = 0, .accepted = 1U << 1U}, {.dimension = 1, .accepted = 1U << 1U}};
    for (int i = 0; i < 300; ++i) {
        auto slice = some_slice();
        auto counts = count(changes_, slice);
        std::uint32_t comes = 0, goes = 0, young = 0;
        for (const auto& row : rows_) {
            bool in_time = slice.days.contains(day_of(row.day));
            bool to = is_in(slice.positions, row.to), from = is_in(slice.positions, row.from);
            comes += in_time && to && !from;
            goes += in_time && from && !to;
            young += in_time && to && !from && row.codes[0] == 1 && row.codes[1] == 1;
        }
        Indicator all{.key = {}, .title = {}, .source = {}, .definition = {}};
        ASSERT_EQ(sum_of(changes_, counts.arrivals, all), comes);
        ASSERT_EQ(sum_of(changes_, counts.departures, all), goes);
        ASSERT_EQ(sum_of(changes_, counts.arrivals, young_b), young);
        ASSERT_EQ(arrivals_of(changes_, slice, young_b).size(), young);
        ASSERT_EQ(departures_of(changes_, slice, all).size(), goes);
        ASSERT_EQ(counts.before, present(slice.positions, slice.days.first.plus_days(-1)));
        ASSERT_EQ(counts.after, present(slice.positions, slice.days.last));
        ASSERT_EQ(counts.after, counts.before + comes - goes);
        ASSERT_EQ(present_of(changes_, slice.positions, slice.days.last).size(), counts.after);
    }
}

TEST_F(ChangesTest, PartsAddUpExceptForMovesBetweenThem)
{
    Period days{day_of(first_day + 300), day_of(first_day + 600)};
    auto whole = count(changes_, {{0, places}, days});
    std::uint32_t before = 0, after = 0;
    for (std::uint32_t place = 0; place < places; ++place) {
        auto part = count(changes_, {{place, place + 1}, days});
        before += part.before;
        after += part.after;
    }
    EXPECT_EQ(before, whole.before);
    EXPECT_EQ(after, whole.after);
}

TEST(Changes, NobodyIsNowhere)
{
    Changes none(dimensions(), 3);
    none.sort();
    auto counts = count(none, {{0, 3}, Period::year(2011)});
    EXPECT_EQ(counts.before + counts.after, 0U);
}

} // namespace

} // namespace phusa::stats
