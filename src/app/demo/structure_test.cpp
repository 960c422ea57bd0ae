#include "app/demo/structure.hpp"
#include "base/text.hpp"
#include "domain/organisation_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace phusa::demo
{

namespace
{

Date on(int year, int month, int day) { return Date::of(year, month, day).value(); }

const Structure& of_2026()
{
    static const Structure structure = make_structure(1, on(2026, 11, 23));
    return structure;
}

std::vector<Organisation> alive(const Structure& structure, Date day)
{
    std::vector<Organisation> found;
    std::ranges::copy_if(structure.organisations, std::back_inserter(found),
                         [&](const auto& unit) { return unit.valid.covers(day); });
    return found;
}

std::map<OrganisationKind, int> kinds_on(Date day)
{
    std::map<OrganisationKind, int> kinds;
    for (const auto& unit : alive(of_2026(), day))
        ++kinds[unit.kind];
    return kinds;
}

TEST(DemoStructure, HasTheUnitsOf2020)
{
    auto kinds = kinds_on(on(2020, 12, 31));
    using Kind = OrganisationKind;
    EXPECT_EQ(kinds[Kind::province_committee], 1);
    EXPECT_EQ(kinds[Kind::district_committee], 8);
    EXPECT_EQ(kinds[Kind::district_committee] + kinds[Kind::bloc_committee], 13);
    EXPECT_EQ(kinds[Kind::grassroots_committee] + kinds[Kind::grassroots_cell], 699);
    int cells = kinds[Kind::cell] + kinds[Kind::grassroots_cell];
    EXPECT_GT(cells, 4300);
    EXPECT_LT(cells, 4700);
    EXPECT_EQ(kinds[Kind::political_school], 1);
    EXPECT_EQ(kinds[Kind::political_centre], 8);
    EXPECT_EQ(kinds[Kind::youth_union], 1 + 8 + 260);
    EXPECT_EQ(kinds[Kind::commune_committee], 0);
}

TEST(DemoStructure, HasNoDistrictsFromJuly2025)
{
    EXPECT_EQ(kinds_on(on(2025, 6, 30))[OrganisationKind::district_committee], 8);
    auto kinds = kinds_on(on(2025, 7, 1));
    using Kind = OrganisationKind;
    EXPECT_EQ(kinds[Kind::district_committee], 0);
    EXPECT_EQ(kinds[Kind::commune_committee], 65);
    EXPECT_EQ(kinds[Kind::bloc_committee], 4);
    EXPECT_EQ(kinds[Kind::political_centre], 0);
    EXPECT_EQ(kinds[Kind::fatherland_front], 1 + 65);
}

TEST(DemoStructure, KeepsOneRootLineage)
{
    for (auto [day, name, code] : {std::tuple(on(2025, 6, 30), "Đảng bộ tỉnh Thái Bình", "34"),
                                   std::tuple(on(2025, 7, 1), "Đảng bộ tỉnh Hưng Yên", "33")}) {
        OrganisationTree tree(alive(of_2026(), day));
        ASSERT_EQ(tree.tops().size(), 1);
        EXPECT_EQ(tree.at(0).name, name);
        EXPECT_EQ(tree.at(0).code, code);
        EXPECT_EQ(tree.at(0).id, of_2026().root);
    }
}

TEST(DemoStructure, IsLawfulOnEveryDayThatMatters)
{
    for (auto day :
         {on(1950, 1, 1), on(2007, 1, 1), on(2019, 6, 1), on(2025, 6, 30), on(2025, 7, 1), on(2026, 11, 23)}) {
        auto units = alive(of_2026(), day);
        std::map<OrganisationId, const Organisation*> by_id;
        std::set<std::string> codes;
        for (const auto& unit : units) {
            by_id[unit.id] = &unit;
            EXPECT_TRUE(check(unit)) << unit.code << ' ' << unit.name << ": " << check(unit).error().message;
            EXPECT_TRUE(codes.insert(unit.code).second) << unit.code << " twice on " << day.iso();
            EXPECT_EQ(clean_text(unit.name), unit.name);
        }
        for (const auto& unit : units) {
            auto above = unit.parent ? unit.parent : unit.beside;
            if (!above)
                continue;
            ASSERT_TRUE(by_id.contains(*above)) << unit.name << " on " << day.iso();
            const auto& parent = *by_id[*above];
            EXPECT_TRUE(unit.code.starts_with(parent.code)) << unit.code << " under " << parent.code;
            EXPECT_TRUE(!unit.parent || may_stand_under(unit.kind, parent.kind))
                << unit.name << " under " << parent.name;
        }
    }
}

TEST(DemoStructure, SaysOfEveryUnitWhereItsNameComesFrom)
{
    std::set<std::int64_t> founded;
    for (const auto& succession : of_2026().successions)
        if (succession.kind == SuccessionKind::founded) {
            EXPECT_TRUE(succession.document.starts_with("Dữ liệu mẫu"));
            founded.insert(succession.to->value);
        }
    EXPECT_EQ(founded.size(), static_cast<std::size_t>(of_2026().units));
}

TEST(DemoStructure, EveryUnitThatEndedSaysWhatBecameOfIt)
{
    std::set<OrganisationId> told;
    for (const auto& succession : of_2026().successions)
        if (succession.from)
            told.insert(*succession.from);
    std::map<OrganisationId, std::optional<Date>> ends;
    for (const auto& unit : of_2026().organisations)
        ends[unit.id] = unit.valid.until;
    int ended = 0;
    for (auto [unit, end] : ends)
        if (end) {
            ++ended;
            EXPECT_TRUE(told.contains(unit)) << unit.value;
        }
    EXPECT_GT(ended, 260 + 8);
}

TEST(DemoStructure, BeforeJuly2025ItKnowsNothingOfTheReorganisation)
{
    auto structure = make_structure(1, on(2025, 6, 30));
    for (const auto& unit : structure.organisations)
        EXPECT_NE(unit.kind, OrganisationKind::commune_committee);
    EXPECT_EQ(alive(structure, on(2025, 6, 30)).size(), alive(of_2026(), on(2025, 6, 30)).size());
}

TEST(DemoStructure, SiblingsHaveNamesOfTheirOwn)
{
    for (auto day : {on(2012, 3, 31), on(2026, 1, 1)}) {
        std::set<std::pair<std::int64_t, std::string>> names;
        for (const auto& unit : alive(of_2026(), day))
            EXPECT_TRUE(!unit.parent || names.emplace(unit.parent->value, unit.name).second) << unit.name;
    }
}

} // namespace

} // namespace phusa::demo
