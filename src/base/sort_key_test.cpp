#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace phusa
{

namespace
{

using Names = std::vector<std::string>;

Names shuffled(Names names)
{
    std::ranges::shuffle(names, std::mt19937(7));
    return names;
}

TEST(SortKeyTest, words_stand_in_vietnamese_order)
{
    const Names in_order{"A",    "À",    "Ả",   "Ã",   "Á", "Ạ", "an", "Ánh",  "Ăn", "Ân",
                         "Dung", "Dũng", "Đào", "Đạt", "O", "Ô", "Ơ",  "Uyên", "Ư"};
    auto sorted = shuffled(in_order);
    ASSERT_NE(sorted, in_order);
    std::ranges::sort(sorted, {}, text_sort_key);
    EXPECT_EQ(sorted, in_order);
}

TEST(SortKeyTest, people_stand_by_given_name_then_by_the_rest)
{
    const Names in_order{"Nguyễn Văn An", "Trần An",       "Lê Thị Ánh",    "Nguyễn Thị Bình", "Trần Thị Bình",
                         "Trần Văn Bình", "Bùi Thị Dung",  "Bùi Tiến Dũng", "Phạm Thị Đào",    "An Thị Hoa",
                         "Đỗ Văn Hoàng",  "Nguyễn Văn Út", "Hoàng Văn Vũ"};
    auto sorted = shuffled(in_order);
    std::ranges::sort(sorted, {}, name_sort_key);
    EXPECT_EQ(sorted, in_order);
}

TEST(SortKeyTest, capitals_spaces_and_unicode_forms_make_no_difference_in_names)
{
    EXPECT_EQ(name_sort_key("NGUYỄN VĂN AN"), name_sort_key("Nguyễn Văn An"));
    EXPECT_EQ(name_sort_key("Nguyễn Văn An  "), name_sort_key("Nguyễn Văn An"));
    EXPECT_EQ(name_sort_key("Nguye\u0302\u0303n Va\u0306n Đa\u0300o"), name_sort_key("Nguyễn Văn Đào"));
    EXPECT_LT(name_sort_key("NGUYỄN VĂN AN"), name_sort_key("Trần Thị An"));
    EXPECT_NE(name_sort_key("Nguyễn Văn An"), name_sort_key("Nguyễn Văn Ân"));
    EXPECT_NE(name_sort_key("Bùi Dung"), name_sort_key("Bùi Dũng"));
}

TEST(SortKeyTest, units_stand_by_the_value_of_their_numbers)
{
    EXPECT_LT(text_sort_key("Chi bộ thôn 2"), text_sort_key("Chi bộ thôn 10"));
    EXPECT_LT(text_sort_key("Đảng bộ xã An Bình"), text_sort_key("Đảng bộ xã Vũ Thắng"));
}

TEST(SortKeyTest, keys_of_odd_names_exist_and_hold_the_given_name_first)
{
    EXPECT_EQ(name_sort_key(""), name_sort_key("  "));
    EXPECT_LT(name_sort_key(""), name_sort_key("An"));
    EXPECT_LT(name_sort_key("An"), name_sort_key("Nguyễn An"));
    EXPECT_LT(name_sort_key("Nguyễn An"), name_sort_key("Ánh"));
    auto long_name = std::string("Nguyễn ") + std::string(2'000, 'x');
    EXPECT_GT(name_sort_key(long_name).size(), 2'000U);
}

} // namespace

} // namespace phusa
