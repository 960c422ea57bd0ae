#include "base/text.hpp"
#include "domain/codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace phusa
{

namespace
{

struct NamedList {
    std::string_view name;
    const CodeList& list;
    std::size_t size;
};

std::vector<NamedList> all_lists()
{
    return {
        {"sexes", sexes(), 3},
        {"occupations", occupations(), 15},
        {"general_educations", general_educations(), 5},
        {"qualifications", qualifications(), 8},
        {"academic_titles", academic_titles(), 3},
        {"political_theories", political_theories(), 4},
        {"ethnicities", ethnicities(), 55},
        {"religions", religions(), 19},
    };
}

// "Bru-Vân Kiều" -> "bru_van_kieu"
std::string key_from(std::string_view title)
{
    std::string key = fold(title);
    std::ranges::replace(key, ' ', '_');
    std::ranges::replace(key, '-', '_');
    return key;
}

} // namespace

TEST(CodeList, finds_every_code_by_number_and_key)
{
    for (const auto& [name, list, size] : all_lists()) {
        ASSERT_EQ(list.codes().size(), size) << name;
        std::set<std::string_view> titles;
        for (std::size_t number = 0; number < size; ++number) {
            const Code& code = list.at(static_cast<std::uint8_t>(number));
            EXPECT_EQ(code.number, number) << name;
            EXPECT_EQ(list.number_of(code.key), number) << name << " " << code.key;
            EXPECT_EQ(clean_text(code.title), code.title) << name;
            titles.insert(code.title);
        }
        EXPECT_EQ(titles.size(), size) << name;
    }
}

TEST(CodeList, knows_no_other_key)
{
    for (const auto& [name, list, size] : all_lists())
        EXPECT_EQ(list.number_of("nobody"), std::nullopt) << name;
}

TEST(CodeListDeathTest, an_unknown_number_is_a_bug) { EXPECT_DEATH(sexes().at(3), ""); }

TEST(CodeOf, follows_the_enumerators)
{
    EXPECT_EQ(code_of(Sex::female).key, "female");
    EXPECT_EQ(code_of(Occupation::state_official).key, "state_official");
    EXPECT_EQ(code_of(Occupation::armed_forces).title, "Sỹ quan, chiến sỹ quân đội và công an (LLVT)");
    EXPECT_EQ(code_of(Occupation::other).key, "other");
    EXPECT_EQ(code_of(GeneralEducation::upper_secondary).title, "Trung học phổ thông");
    EXPECT_EQ(code_of(Qualification::doctor).title, "Tiến sỹ");
    EXPECT_EQ(code_of(AcademicTitle::professor).key, "professor");
    EXPECT_EQ(code_of(PoliticalTheory::advanced).title, "Cao cấp, cử nhân");
}

TEST(Ethnicities, have_the_numbers_of_1979)
{
    struct {
        std::uint8_t number;
        std::string_view title;
    } const rows[] = {{1, "Kinh"},  {2, "Tày"},  {3, "Thái"},   {4, "Hoa"},           {5, "Khơ-me"},
                      {6, "Mường"}, {7, "Nùng"}, {8, "Hmông"},  {9, "Dao"},           {12, "Ê-đê"},
                      {17, "Chăm"}, {30, "Co"},  {43, "Lô Lô"}, {23, "Bru-Vân Kiều"}, {54, "Rơ-măm"}};
    for (const auto& row : rows)
        EXPECT_EQ(ethnicities().at(row.number).title, row.title);
}

TEST(Ethnicities, keys_are_their_folded_names)
{
    for (const Code& code : ethnicities().codes().subspan(1))
        EXPECT_EQ(code.key, key_from(code.title));
}

TEST(Religions, keep_two_places_for_none_and_other)
{
    EXPECT_EQ(religions().at(1).title, "Không");
    EXPECT_EQ(religions().at(15).key, "other");
    EXPECT_EQ(religions().number_of("hoa_hao"), 6);
}

} // namespace phusa
