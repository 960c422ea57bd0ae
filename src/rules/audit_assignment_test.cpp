#include "rules/audit_assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace phusa
{

namespace
{

using Cells = std::vector<OrganisationId>;

Cells cells_up_to(int count)
{
    Cells cells;
    for (int i = 1; i <= count; ++i)
        cells.emplace_back(i);
    return cells;
}

Cells owners_with(const std::vector<int>& counts)
{
    Cells owners;
    for (std::size_t i = 0; i < counts.size(); ++i)
        owners.insert(owners.end(), static_cast<std::size_t>(counts[i]),
                      OrganisationId(static_cast<std::int64_t>(i) + 1));
    return owners;
}

int mutual_pairs(const Cells& owners, const Cells& checkers)
{
    std::set<std::pair<OrganisationId, OrganisationId>> pairs;
    for (std::size_t i = 0; i < owners.size(); ++i)
        pairs.emplace(checkers[i], owners[i]);
    return static_cast<int>(
        std::ranges::count_if(pairs, [&](const auto& pair) { return pairs.contains({pair.second, pair.first}); }));
}

void expect_no_self_check(const Cells& owners, const Cells& checkers)
{
    ASSERT_EQ(owners.size(), checkers.size());
    for (std::size_t i = 0; i < owners.size(); ++i)
        EXPECT_NE(owners[i], checkers[i]);
}

int unevenness(const Cells& all, const Cells& checkers)
{
    std::map<OrganisationId, int> loads;
    for (auto cell : all)
        loads[cell] = 0;
    for (auto cell : checkers)
        ++loads[cell];
    auto [least, most] = std::ranges::minmax_element(loads, {}, [](const auto& load) { return load.second; });
    return most->second - least->second;
}

TEST(AuditAssignment, NobodyChecksItselfAndLoadsAreEven)
{
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        auto cells = cells_up_to(3 + static_cast<int>(random() % 20));
        std::vector<int> counts;
        for (std::size_t i = 0; i < cells.size(); ++i)
            counts.push_back(1 + static_cast<int>(random() % 3));
        auto owners = owners_with(counts);
        auto checkers = assign_checkers(owners, cells, round);
        ASSERT_TRUE(checkers);
        expect_no_self_check(owners, *checkers);
        EXPECT_LE(unevenness(cells, *checkers), 1) << "round " << round;
    }
}

TEST(AuditAssignment, OneDossierEachIsCheckedInARing)
{
    for (int count = 3; count <= 40; ++count) {
        auto cells = cells_up_to(count);
        auto checkers = assign_checkers(cells, cells, 7);
        ASSERT_TRUE(checkers);
        expect_no_self_check(cells, *checkers);
        EXPECT_EQ(unevenness(cells, *checkers), 0);
        EXPECT_EQ(mutual_pairs(cells, *checkers), 0) << count << " cells";
    }
}

TEST(AuditAssignment, TwoCellsHaveNoOtherWayThanEachOther)
{
    auto cells = cells_up_to(2);
    auto checkers = assign_checkers(cells, cells, 7);
    ASSERT_TRUE(checkers);
    EXPECT_EQ(*checkers, (Cells{OrganisationId(2), OrganisationId(1)}));
}

TEST(AuditAssignment, ACellWithMostOfThemIsCheckedByAllOthersEvenly)
{
    auto owners = owners_with({9, 1, 1, 1});
    auto checkers = assign_checkers(owners, cells_up_to(4), 1);
    ASSERT_TRUE(checkers);
    expect_no_self_check(owners, *checkers);
    EXPECT_LE(unevenness(cells_up_to(4), *checkers), 1);
}

TEST(AuditAssignment, IsTheSameAgainWhateverTheOrderOfTheCheckers)
{
    auto owners = owners_with({3, 2, 2, 1, 1});
    auto cells = cells_up_to(5);
    auto first = assign_checkers(owners, cells, 11);
    std::ranges::reverse(cells);
    EXPECT_EQ(first, assign_checkers(owners, cells, 11));
    EXPECT_NE(first, assign_checkers(owners, cells, 12));
}

TEST(AuditAssignment, WithoutAnotherCellThereIsNone)
{
    EXPECT_FALSE(assign_checkers(owners_with({2}), cells_up_to(1), 1));
    EXPECT_TRUE(assign_checkers({}, cells_up_to(1), 1)->empty());
}

} // namespace

} // namespace phusa
