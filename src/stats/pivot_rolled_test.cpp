#include "stats/pivot_blocks.hpp"
#include "stats/pivot_rolled.hpp"
#include "stats/pivot_scan.hpp"
#include "stats/roll_up.hpp"
#include "stats/spans.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace phusa::stats
{

namespace
{

constexpr std::size_t dimensions = 4;
constexpr std::uint32_t rows = 300'000;
static_assert(rows > RollUp::rows_min);

class Chance
{
public:
    explicit Chance(unsigned seed) : random_(seed) {}
    std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }

private:
    std::mt19937 random_;
};

// Three of four rows are alike in a code, or every row is as it happens.
Columns columns_of(Chance& chance, bool are_alike)
{
    std::vector<Dimension> all(dimensions);
    for (std::size_t i = 0; i < dimensions; ++i) {
        all[i].key = std::to_string(i);
        for (std::uint8_t code = 0; code < 7 + i; ++code)
            all[i].values.push_back({static_cast<std::uint8_t>(code * 3), std::to_string(code), ""});
    }
    Columns columns(all);
    columns.reserve(rows);
    const std::uint32_t codes_each = are_alike ? 14 : 25;
    for (std::uint32_t row = 0; row < rows; ++row) {
        std::array<std::uint8_t, dimensions> codes{};
        for (auto& code : codes)
            code = static_cast<std::uint8_t>(are_alike && chance.below(4) != 0 ? 3 : 3 * chance.below(codes_each));
        columns.add(chance.below(900), static_cast<std::uint16_t>(40'000 + chance.below(3'100)),
                    static_cast<std::uint16_t>(chance.below(9) == 0 ? 0 : 200 + chance.below(600)), codes);
    }
    columns.sort();
    return columns;
}

Period chance_period(Chance& chance)
{
    const std::array fixed{*Period::parse("1900-01-01..2079-06-06"), *Period::parse("2010-01-01..2016-12-31"),
                           *Period::parse("2011"), *Period::parse("2010-02-01..2016-11-30")};
    auto which = chance.below(6);
    if (which < fixed.size())
        return fixed.at(which);
    auto first = Date::of(2009, 1, 1)->plus_days(static_cast<int>(chance.below(3'000)));
    return {.first = first, .last = first.plus_days(static_cast<int>(chance.below(2'000)))};
}

std::vector<Grouping> chance_sides(Chance& chance, const Columns& columns, const Period& days)
{
    std::vector<Grouping> sides;
    for (auto left = chance.below(4); left > 0; --left) {
        auto dimension = chance.below(dimensions);
        sides.push_back(group_by_values(columns.dimensions()[dimension], dimension));
    }
    if (constexpr std::array units{SpanUnit::year, SpanUnit::month, SpanUnit::quarter}; chance.below(2) == 0)
        sides.push_back(group_by_days(spans_of(days, units.at(chance.below(3)))));
    return sides;
}

std::vector<Grouping> chance_filters(Chance& chance)
{
    std::vector<Grouping> filters;
    for (auto left = chance.below(3); left > 0; --left) {
        std::bitset<256> some;
        for (int i = 0; i < 4; ++i)
            some.set(3 * chance.below(12));
        filters.push_back(only_codes(chance.below(dimensions), some));
    }
    if (chance.below(5) == 0) {
        auto days = chance_period(chance);
        filters.push_back(group_by_days({&days, 1}));
    }
    return filters;
}

// Asks by chance, what is summed up and the rows themselves; how often the former knew the answer.
int asked_both_ways(Chance& chance, const Columns& columns, int times)
{
    int known = 0;
    for (int i = 0; i < times; ++i) {
        Slice slice{.positions = {0, 900}, .days = chance_period(chance)};
        auto sides = chance_sides(chance, columns, slice.days);
        auto filters = chance_filters(chance);
        std::uint32_t size = 1;
        for (const auto& side : sides)
            size *= side.groups;
        if (size == 0 || size > pivot_cells_max)
            continue;
        auto ages = chance.below(2) == 0 ? Ages::asked : Ages::left_out;
        auto ready = pivot_sides(columns, slice, sides, filters, size);
        std::vector<Cell> rolled(size);
        if (!count_rolled(columns, slice, ready, ages, rolled))
            continue;
        ++known;
        std::vector<Cell> scanned(size);
        scan(columns, RowRange{0, columns.rows()}, ready, ages, scanned);
        EXPECT_EQ(rolled, scanned) << i;
        EXPECT_EQ(pivot(columns, slice, sides, filters, ages).cells, scanned) << i;
    }
    return known;
}

TEST(RolledPivot, OfPeopleAlikeIsWhatTheScanComesTo)
{
    Chance chance(5);
    auto columns = columns_of(chance, true);
    ASSERT_NE(columns.roll_up(), nullptr);
    const auto* all = columns.roll_up()->over(std::array<std::size_t, 3>{0, 1, 3});
    ASSERT_NE(all, nullptr);
    EXPECT_GT(all->entries(), 20'000); // enough for two threads
    EXPECT_GT(asked_both_ways(chance, columns, 300), 150);
}

TEST(RolledPivot, OfPeopleNotAlikeIsKnownForTwoDimensions)
{
    Chance chance(6);
    auto columns = columns_of(chance, false);
    EXPECT_EQ(columns.roll_up()->over(std::array<std::size_t, 3>{0, 1, 3}), nullptr);
    EXPECT_NE(columns.roll_up()->over(std::array<std::size_t, 2>{3, 1}), nullptr);
    EXPECT_GT(asked_both_ways(chance, columns, 300), 60);
}

TEST(RolledPivot, KnowsNothingOfAPartOfThePositionsOrOfAges)
{
    Chance chance(7);
    auto columns = columns_of(chance, true);
    std::vector<Cell> cells(1);
    Slice part{.positions = {0, 450}, .days = *Period::parse("2011")};
    EXPECT_FALSE(count_rolled(columns, part, pivot_sides(columns, part, {}, {}, 1), Ages::asked, cells));
    Slice all{.positions = {0, 900}, .days = *Period::parse("2011")};
    AgeBand band{.from_months = 216, .until_months = 372};
    auto by_age = group_by_ages({&band, 1});
    EXPECT_FALSE(count_rolled(columns, all, pivot_sides(columns, all, {}, {&by_age, 1}, 1), Ages::asked, cells));
    EXPECT_TRUE(count_rolled(columns, all, pivot_sides(columns, all, {}, {}, 1), Ages::asked, cells));
}

TEST(PivotOfBlocks, IsWhatTheScanComesTo)
{
    Chance chance(9);
    auto columns = columns_of(chance, true);
    int known = 0;
    for (int i = 0; i < 200; ++i) {
        auto begin = chance.below(300);
        Slice slice{.positions = {begin, begin + 250 + chance.below(600)}, .days = chance_period(chance)};
        std::vector<std::vector<PositionRange>> sets;
        for (auto first = chance.below(400); first < 850; first += 1 + chance.below(300))
            sets.push_back({{first, first + 1}});
        for (std::size_t set = 0; set + 1 < sets.size(); ++set)
            sets[set][0].end = sets[set + 1][0].first - chance.below(2);
        std::vector<Grouping> sides{group_by_days(spans_of(slice.days, SpanUnit::year))};
        auto places = group_by_positions(sets);
        sides.insert(sides.begin() + chance.below(2), chance.below(4) == 0 ? only_groups(places, {}) : places);
        auto size = sides[0].groups * sides[1].groups;
        auto ages = chance.below(2) == 0 ? Ages::asked : Ages::left_out;
        auto ready = pivot_sides(columns, slice, sides, {}, size);
        std::vector<Cell> counted(size);
        if (!count_blocks(columns, slice, ready, ages, counted))
            continue;
        ++known;
        std::vector<Cell> scanned(size);
        scan(columns, row_range(columns, slice.positions), ready, ages, scanned);
        EXPECT_EQ(counted, scanned) << i;
        EXPECT_EQ(pivot(columns, slice, sides, {}, ages).cells, scanned) << i;
    }
    EXPECT_GT(known, 60);
}

TEST(RollUp, TakesLittleRoom)
{
    Chance chance(8);
    for (bool are_alike : {true, false}) {
        auto columns = columns_of(chance, are_alike);
        EXPECT_LE(columns.roll_up()->bytes(), 9 * columns.rows()) << are_alike;
        EXPECT_GT(columns.roll_up()->bytes(), 0);
    }
}

TEST(PackedCell, ReadsAsManyRowsAsItHolds)
{
    constexpr std::uint16_t oldest = 65'535;
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < PackedCell::rows_max; ++row)
        sum += PackedCell::of(row % 2 == 0 ? oldest : 0);
    constexpr std::uint32_t known = PackedCell::rows_max / 2 + 1;
    EXPECT_EQ(
        PackedCell::read(sum),
        (Cell{.count = PackedCell::rows_max, .ages_known = known, .age_months_sum = std::uint64_t{known} * oldest}));
}

} // namespace

} // namespace phusa::stats
