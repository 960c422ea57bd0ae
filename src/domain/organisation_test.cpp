#include "base/limits.hpp"
#include "cast/cast.hpp"
#include "domain/organisation.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <string>

namespace phusa
{

namespace
{

using Kind = OrganisationKind;

std::string wrong_field(const Organisation& organisation)
{
    auto checked = check(organisation);
    return checked ? "" : checked.error().fields.front().name;
}

template<typename Enum, typename Parse>
void expect_names(const std::vector<Enum>& all, Parse parse)
{
    std::set<std::string_view> keys, titles;
    for (Enum each : all) {
        keys.insert(key_of(each));
        titles.insert(title_of(each));
        EXPECT_EQ(parse(key_of(each)), each);
    }
    EXPECT_EQ(keys.size(), all.size());
    EXPECT_EQ(titles.size(), all.size());
    EXPECT_EQ(parse("nothing"), std::nullopt);
}

} // namespace

TEST(OrganisationKind, every_one_has_its_own_key_and_title)
{
    EXPECT_EQ(all_organisation_kinds().size(), 16U);
    expect_names(all_organisation_kinds(), organisation_kind);
    EXPECT_EQ(all_sectors().size(), 6U);
    expect_names(all_sectors(), sector);
}

TEST(SuccessionKind, reads_as_an_office_writes_it)
{
    EXPECT_EQ(key_of(SuccessionKind::merged), "merged");
    EXPECT_EQ(title_of(SuccessionKind::founded), "Thành lập");
    EXPECT_EQ(title_of(SuccessionKind::dissolved), "Giải thể");
    EXPECT_EQ(title_of(OrganisationFactKind::no_masses_left), "Không còn quần chúng");
}

// Columns: mass organisation, school, has members, grassroots.
TEST(OrganisationKind, says_what_it_is)
{
    std::map<std::string_view, std::string> found;
    for (Kind kind : all_organisation_kinds()) {
        std::string& row = found[key_of(kind)];
        for (auto is : {is_mass_organisation, is_school, has_members, is_grassroots})
            row += is(kind) ? 'x' : '.';
    }
    const std::map<std::string_view, std::string> expected = {
        {"province_committee", "...."},
        {"district_committee", "...."},
        {"bloc_committee", "...."},
        {"commune_committee", "...x"},
        {"grassroots_cell", "..xx"},
        {"section_committee", "...."},
        {"grassroots_committee", "...x"},
        {"cell", "..x."},
        {"youth_union", "x..."},
        {"trade_union", "x..."},
        {"women_union", "x..."},
        {"farmers_union", "x..."},
        {"veterans", "x..."},
        {"fatherland_front", "x..."},
        {"political_school", ".x.."},
        {"political_centre", ".x.."},
    };
    EXPECT_EQ(found, expected);
}

// One row a child, one column a parent: province, district, bloc, commune, grassroots committee, grassroots cell,
// section, cell, youth union, political school.
TEST(OrganisationKind, stands_only_where_it_may)
{
    constexpr Kind parents[] = {
        Kind::province_committee,   Kind::district_committee, Kind::bloc_committee,    Kind::commune_committee,
        Kind::grassroots_committee, Kind::grassroots_cell,    Kind::section_committee, Kind::cell,
        Kind::youth_union,          Kind::political_school};
    const std::map<Kind, std::string> expected = {
        {Kind::province_committee, ".........."},
        {Kind::district_committee, "x........."},
        {Kind::bloc_committee, "x........."},
        {Kind::commune_committee, "x........."},
        {Kind::grassroots_committee, "xxxx......"},
        {Kind::grassroots_cell, "xxxx......"},
        {Kind::section_committee, "...xx....."},
        {Kind::cell, "...xx.x..."},
        {Kind::youth_union, ".........."},
        {Kind::trade_union, ".........."},
        {Kind::women_union, ".........."},
        {Kind::farmers_union, ".........."},
        {Kind::veterans, ".........."},
        {Kind::fatherland_front, ".........."},
        {Kind::political_school, "x........."},
        {Kind::political_centre, "xxxx......"},
    };
    for (Kind child : all_organisation_kinds()) {
        std::string row;
        for (Kind parent : parents)
            row += may_stand_under(child, parent) ? 'x' : '.';
        EXPECT_EQ(row, expected.at(child)) << key_of(child);
    }
}

TEST(OrganisationCode, is_groups_of_digits_that_may_end_early)
{
    for (std::string_view good : {"34", "34.012", "34.012.003", "34.012.003.001", "34.012.003.000.001", "34.000.001"})
        EXPECT_TRUE(is_organisation_code(good)) << good;
    for (std::string_view bad : {"", "3", "345", "34.", "34.12", "34.012.", "34-012", "34.012.003.000.001.001", "ab",
                                 "34.012.003.000", "34.000", "00", "34.0l2", " 34"})
        EXPECT_FALSE(is_organisation_code(bad)) << bad;
}

TEST(OrganisationCode, outside_the_party_carries_a_sign)
{
    EXPECT_TRUE(is_code_for(Kind::youth_union, "34.012.003-TN"));
    EXPECT_TRUE(is_code_for(Kind::political_centre, "34.012-TTCT"));
    EXPECT_TRUE(is_code_for(Kind::political_school, "34.901"));
    EXPECT_FALSE(is_code_for(Kind::cell, "34.012.003-TN"));
    for (std::string_view bad : {"34.012-", "34.012-T", "34.012-tn", "34.012-TTCTX", "TN", "34.012-TN-TN", "-TN"})
        EXPECT_FALSE(is_code_for(Kind::youth_union, bad)) << bad;
}

TEST(OrganisationCheck, passes_the_tree_of_the_cast)
{
    for (const Organisation& organisation : cast::organisations())
        EXPECT_EQ(wrong_field(organisation), "") << organisation.name;
}

TEST(OrganisationCheck, names_the_field_that_is_wrong)
{
    struct {
        std::string_view field;
        Organisation organisation;
        std::function<void(Organisation&)> change;
    } const rows[] = {
        {"name", cast::village_cell(), [](Organisation& o) { o.name = ""; }},
        {"name", cast::village_cell(), [](Organisation& o) { o.name = std::string(limit::name_length_max + 1, 'a'); }},
        {"code", cast::village_cell(), [](Organisation& o) { o.code = ""; }},
        {"code", cast::village_cell(), [](Organisation& o) { o.code = "99.1"; }},
        {"until", cast::village_cell(), [](Organisation& o) { o.valid.until = o.valid.first; }},
        {"beside", cast::village_cell(), [](Organisation& o) { o.beside = cast::district().id; }},
        {"beside", cast::youth_union(), [](Organisation& o) { o.beside = std::nullopt; }},
        {"parent", cast::youth_union(), [](Organisation& o) { o.parent = cast::commune().id; }},
    };
    for (auto row : rows) {
        row.change(row.organisation);
        EXPECT_EQ(wrong_field(row.organisation), row.field);
    }
}

} // namespace phusa
