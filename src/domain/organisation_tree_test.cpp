#include "cast/cast.hpp"
#include "domain/organisation_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace phusa
{

namespace
{

using Codes = std::vector<std::string>;

OrganisationTree cast_tree() { return OrganisationTree(cast::organisations()); }

Codes codes_at(const OrganisationTree& tree, const std::vector<OrganisationTree::Position>& positions)
{
    Codes codes;
    for (auto position : positions)
        codes.push_back(tree.at(position).code);
    return codes;
}

Codes codes_below(const OrganisationTree& tree, const Organisation& unit)
{
    auto range = tree.subtree(*tree.find(unit.id));
    Codes codes;
    for (auto position = range.first; position <= range.last; ++position)
        codes.push_back(tree.at(position).code);
    return codes;
}

} // namespace

TEST(OrganisationTree, keeps_a_subtree_together_whatever_the_input_order)
{
    auto units = cast::organisations();
    std::ranges::reverse(units);
    for (const auto& tree : {cast_tree(), OrganisationTree(units)}) {
        EXPECT_EQ(codes_below(tree, cast::province()), (Codes{"99", "99.001", "99.001.001", "99.001.001.000.001",
                                                              "99.001.001.000.002", "99.002", "99.002.001"}));
        EXPECT_EQ(codes_below(tree, cast::commune()),
                  (Codes{"99.001.001", "99.001.001.000.001", "99.001.001.000.002"}));
        EXPECT_EQ(codes_below(tree, cast::museum_cell()), Codes{"99.002.001"});
    }
}

TEST(OrganisationTree, lists_what_stands_beside_apart)
{
    auto tree = cast_tree();
    EXPECT_EQ(tree.size(), 7U);
    ASSERT_EQ(tree.beside().size(), 2U);
    EXPECT_EQ(tree.beside()[0].code, "99.001-TTCT");
    EXPECT_EQ(tree.beside()[1].code, "99.001.001-TN");
    EXPECT_EQ(tree.find(cast::youth_union().id), std::nullopt);
    EXPECT_EQ(tree.find_code("99.001-TTCT"), std::nullopt);
}

TEST(OrganisationTree, knows_the_way_up_and_down)
{
    auto tree = cast_tree();
    auto cell = *tree.find_code("99.001.001.000.002");
    EXPECT_EQ(tree.at(cell).id, cast::school_cell().id);
    EXPECT_EQ(tree.depth(cell), 3);
    EXPECT_EQ(tree.at(*tree.parent(cell)).id, cast::commune().id);
    EXPECT_EQ(codes_at(tree, tree.path(cell)), (Codes{"99", "99.001", "99.001.001", "99.001.001.000.002"}));
    EXPECT_EQ(codes_at(tree, tree.children(*tree.find(cast::province().id))), (Codes{"99.001", "99.002"}));
    EXPECT_TRUE(tree.children(cell).empty());
}

TEST(OrganisationTree, puts_a_unit_whose_parent_is_gone_at_the_top)
{
    auto units = cast::organisations();
    std::erase_if(units, [](const Organisation& unit) { return unit.id == cast::district().id; });
    OrganisationTree tree(units);
    EXPECT_EQ(codes_at(tree, tree.tops()), (Codes{"99", "99.001.001"}));
    EXPECT_EQ(tree.parent(*tree.find(cast::commune().id)), std::nullopt);
    EXPECT_EQ(tree.depth(*tree.find(cast::village_cell().id)), 1);
}

// The gate of every page rests on this one.
TEST(OrganisationTree, says_who_lies_within_whom)
{
    auto tree = cast_tree();
    EXPECT_TRUE(tree.is_within(cast::village_cell().id, cast::province().id));
    EXPECT_TRUE(tree.is_within(cast::village_cell().id, cast::village_cell().id));
    EXPECT_FALSE(tree.is_within(cast::province().id, cast::village_cell().id));
    EXPECT_FALSE(tree.is_within(cast::museum_cell().id, cast::district().id));
    EXPECT_FALSE(tree.is_within(cast::village_cell().id, cast::school_cell().id));
    EXPECT_FALSE(tree.is_within(OrganisationId(77), cast::province().id));
    EXPECT_FALSE(tree.is_within(cast::village_cell().id, OrganisationId(77)));
}

TEST(OrganisationTree, may_be_empty)
{
    EXPECT_EQ(OrganisationTree().size(), 0U);
    EXPECT_TRUE(OrganisationTree(std::vector<Organisation>{}).tops().empty());
}

TEST(OrganisationTreeDeathTest, a_unit_above_itself_is_a_bug)
{
    auto units = cast::organisations();
    units[1].parent = cast::village_cell().id;
    EXPECT_DEATH(OrganisationTree{units}, "own ancestor");
}

} // namespace phusa
