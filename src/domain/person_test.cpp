#include "base/limits.hpp"
#include "cast/cast.hpp"
#include "domain/person.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace phusa
{

namespace
{

PartialDate partial(std::string_view iso) { return *PartialDate::from_iso(iso); }

// The field that is wrong with a person, empty for none.
std::string wrong_field(const Person& person)
{
    auto checked = check(person, cast::today());
    if (checked)
        return "";
    return checked.error().fields.empty() ? "no field" : checked.error().fields.front().name;
}

std::string wrong_after(const std::function<void(Person&)>& change)
{
    Person person = cast::gio().person;
    change(person);
    return wrong_field(person);
}

} // namespace

TEST(Standing, every_one_has_its_own_key_and_title)
{
    std::set<std::string_view> keys, titles;
    for (int number = 0; number <= static_cast<int>(Standing::expelled); ++number) {
        auto each = static_cast<Standing>(number);
        keys.insert(key_of(each));
        titles.insert(title_of(each));
        EXPECT_EQ(standing(key_of(each)), each);
    }
    EXPECT_EQ(keys.size(), 9U);
    EXPECT_EQ(titles.size(), 9U);
    EXPECT_EQ(standing("member"), std::nullopt);
}

TEST(Standing, members_are_probationary_official_and_exempted)
{
    std::string members;
    for (int number = 0; number <= static_cast<int>(Standing::expelled); ++number)
        members += is_member(static_cast<Standing>(number)) ? 'x' : '.';
    EXPECT_EQ(members, ".xxx.....");
}

TEST(IdentityNumber, has_12_or_9_digits)
{
    EXPECT_TRUE(is_identity_number("034085000123"));
    EXPECT_TRUE(is_identity_number("151234567"));
    for (std::string_view bad :
         {"", "03408500012", "0340850001234", "1512345678", "03408500012a", "034 85000123", "٠34085000123"})
        EXPECT_FALSE(is_identity_number(bad)) << bad;
}

TEST(IdentityNumber, is_shown_by_its_last_four_digits_only)
{
    EXPECT_EQ(masked_identity("034085001234"), "••••••••1234");
    EXPECT_EQ(masked_identity("151234567"), "•••••4567");
    EXPECT_EQ(masked_identity("1234"), "••••");
    EXPECT_EQ(masked_identity(""), "");
}

TEST(PersonCheck, passes_everyone_of_the_cast)
{
    for (const cast::Character& character : cast::everyone())
        EXPECT_EQ(wrong_field(character.person), "") << character.person.name;
}

TEST(PersonCheck, names_the_field_that_is_wrong)
{
    struct {
        std::string_view field;
        std::function<void(Person&)> change;
    } const rows[] = {
        {"full_name", [](Person& p) { p.name = ""; }},
        {"full_name", [](Person& p) { p.name = std::string(limit::name_length_max + 1, 'a'); }},
        {"home", [](Person& p) { p.home = std::string(limit::line_length_max + 1, 'a'); }},
        {"born", [](Person& p) { p.born = partial("2026-11-24"); }},
        {"youth_union_joined", [](Person& p) { p.youth_union_joined = partial("1947"); }},
        {"employed", [](Person& p) { p.employed = partial("2027"); }},
        {"discharged", [](Person& p) { p.discharged = partial("1966-01"); }},
        {"ethnicity", [](Person& p) { p.ethnicity = 55; }},
        {"religion", [](Person& p) { p.religion = 19; }},
        {"cell", [](Person& p) { p.cell = {}; }},
    };
    for (const auto& row : rows)
        EXPECT_EQ(wrong_after(row.change), row.field);
}

TEST(PersonCheck, gives_inexact_dates_the_benefit)
{
    EXPECT_EQ(wrong_after([](Person& p) { p.born = partial("2026-11-23"), p.enlisted = p.discharged = {}; }), "");
    EXPECT_EQ(wrong_after([](Person& p) { p.discharged = partial("1966"); }), ""); // may be December
    EXPECT_EQ(wrong_after([](Person& p) { p.name = std::string(limit::name_length_max, 'a'); }), "");
}

} // namespace phusa
