#include "base/text.hpp"
#include "cast/cast.hpp"
#include "storage/admissions.hpp"
#include "storage/people.hpp"
#include "storage/people_list.hpp"
#include "storage/people_memory.hpp"
#include "storage/people_reading.hpp"
#include "storage/storage_test.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace phusa::storage
{

namespace
{

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<PersonId> ids_of(const std::vector<PersonLine>& lines)
{
    std::vector<PersonId> ids;
    for (const auto& line : lines)
        ids.push_back(line.id);
    return ids;
}

std::vector<PersonId> found(Session& session, const PeopleFilter& filter)
{
    auto page = people_page(session, {.filter = filter});
    EXPECT_EQ(page->total, static_cast<std::int64_t>(page->people.size()));
    EXPECT_EQ(count_people(session, filter), page->total);
    return ids_of(page->people);
}

// All pages, two people at a time.
std::vector<PersonId> walked(Session& session, PeopleAsk ask)
{
    ask.rows = 2;
    std::vector<PersonId> all;
    while (true) {
        auto page = *people_page(session, ask);
        auto ids = ids_of(page.people);
        all.insert(all.end(), ids.begin(), ids.end());
        if (!page.next)
            return all;
        ask.after = page.next;
    }
}

} // namespace

using PeopleListTest = StorageTest;
ON_BOTH_DATABASES(PeopleListTest);

TEST_P(PeopleListTest, pages_follow_the_vietnamese_order_without_gap_or_repetition)
{
    store_cast();
    auto session = database().read();
    auto everyone = cast::everyone();
    std::ranges::sort(everyone, {}, [](const auto& one) { return name_sort_key(one.person.name); });
    std::vector<PersonId> expected;
    for (const auto& one : everyone)
        expected.push_back(one.person.id);
    EXPECT_EQ(walked(session, {}), expected);
    std::ranges::reverse(expected);
    EXPECT_EQ(walked(session, {.direction = Direction::descending}), expected);
}

TEST_P(PeopleListTest, pages_by_birth_and_by_admission_are_complete_too)
{
    store_cast();
    auto session = database().read();
    for (auto order : {PeopleOrder::born, PeopleOrder::admitted})
        for (auto direction : {Direction::ascending, Direction::descending}) {
            auto ids = walked(session, {.order = order, .direction = direction});
            EXPECT_EQ(ids.size(), cast::everyone().size());
            std::ranges::sort(ids);
            EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
        }
    auto page = *people_page(session, {.order = PeopleOrder::admitted, .direction = Direction::descending});
    EXPECT_FALSE(page.people.back().admitted);
    EXPECT_TRUE(std::ranges::is_sorted(page.people, std::greater{}, [](const auto& line) { return line.admitted; }));
    page = *people_page(session, {.order = PeopleOrder::born});
    EXPECT_TRUE(std::ranges::is_sorted(page.people, {}, [](const auto& line) { return line.born.iso(); }));
}

TEST_P(PeopleListTest, each_filter_narrows_to_its_people)
{
    store_cast();
    auto session = database().read();
    auto dia = cast::dia().person.id;
    auto dao = cast::dao().person.id;
    auto nuoc = cast::nuoc().person.id;
    auto que = cast::que().person.id;
    auto tre = cast::tre().person.id;
    EXPECT_THAT(found(session, {.within = {cast::bloc().id}}), UnorderedElementsAre(que, tre));
    EXPECT_THAT(found(session, {.cell = cast::school_cell().id}), UnorderedElementsAre(dao, dia, nuoc));
    EXPECT_EQ(found(session, {.within = {cast::district().id, cast::bloc().id}}).size(), cast::everyone().size());
    EXPECT_EQ(found(session, {.within = {cast::province().id}}).size(), cast::everyone().size());
    EXPECT_THAT(found(session, {.within = {OrganisationId(4711)}}), ElementsAre());
    EXPECT_THAT(found(session, {.standings = {Standing::died, Standing::resigned}}),
                UnorderedElementsAre(cast::da().person.id, tre));
    EXPECT_THAT(found(session, {.within = {cast::district().id}, .standings = {Standing::resigned}}), ElementsAre());
    auto year = que == PersonId() ? 0 : cast::que().person.born.first().year();
    EXPECT_THAT(found(session, {.search = "que", .born_from = year, .born_to = year}), ElementsAre(que));
    EXPECT_THAT(found(session, {.search = "que", .born_from = year + 1}), ElementsAre());
    EXPECT_THAT(found(session, {.admitted_in = 2026}), ElementsAre(cast::lua().person.id));
}

TEST_P(PeopleListTest, search_folds_marks_and_takes_words_in_any_order)
{
    store_cast();
    auto session = database().read();
    auto sen = cast::sen().person;
    auto words = fold(sen.name);
    auto given = words.substr(words.rfind(' ') + 1);
    auto family = words.substr(0, words.find(' '));
    EXPECT_THAT(found(session, {.search = sen.name}), ElementsAre(sen.id));
    EXPECT_THAT(found(session, {.search = upper_case(given) + " " + family}), testing::Contains(sen.id));
    EXPECT_THAT(found(session, {.search = given.substr(0, 2)}), testing::Contains(sen.id));
    EXPECT_THAT(found(session, {.search = given + "x"}), ElementsAre());
    EXPECT_THAT(found(session, {.search = "%"}), ElementsAre());
    EXPECT_THAT(found(session, {.search = "'; DROP TABLE setting"}), ElementsAre());
    EXPECT_EQ(found(session, {.search = "  "}).size(), cast::everyone().size());
}

TEST_P(PeopleListTest, a_corrected_name_is_found_and_the_old_one_is_not)
{
    store_cast();
    auto session = database().read();
    auto sen = *person(session, cast::sen().person.id);
    auto old = sen.name;
    sen.name = "Vũ Thị Hải Đường";
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(correct_person(transaction, sen, by)); });
    EXPECT_THAT(found(session, {.search = "hai duong"}), ElementsAre(sen.id));
    EXPECT_THAT(found(session, {.search = old}), ElementsAre());
}

TEST_P(PeopleListTest, the_people_behind_a_number_are_those_admitted_so)
{
    store_cast();
    auto session = database().read();
    auto columns = admission_columns(session);
    for (auto sex : {Sex::male, Sex::female})
        for (int from : {18, 31, 41}) {
            std::vector<PersonId> expected;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                auto one = *admission(session, AdmissionId(columns.id.at(i)));
                auto age = age_in_years(one.born, one.counted_on());
                if (one.sex == sex && age >= from && age <= from + 9)
                    expected.push_back(one.person);
            }
            std::ranges::sort(expected);
            expected.erase(std::ranges::unique(expected).begin(), expected.end());
            auto ids =
                found(session, {.admitted = AdmissionFilter{.sexes = {sex}, .age_from = from, .age_to = from + 9}});
            std::ranges::sort(ids);
            EXPECT_EQ(ids, expected) << from;
        }
    auto lua = cast::lua();
    auto day = lua.admissions.at(0).counted_on();
    EXPECT_THAT(found(session, {.within = {cast::district().id},
                                .admitted = AdmissionFilter{.counted_from = day,
                                                            .counted_to = day,
                                                            .cells = {lua.admissions.at(0).cell},
                                                            .youth_union = lua.admissions.at(0).youth_union_member}}),
                ElementsAre(lua.person.id));
}

TEST_P(PeopleListTest, a_page_after_nobody_says_so)
{
    store_cast();
    auto session = database().read();
    auto page = people_page(session, {.after = PersonId(4711)});
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().kind, Problem::Kind::not_found);
}

TEST_P(PeopleListTest, an_export_has_everyone_of_the_filter_in_order)
{
    store_cast();
    auto session = database().read();
    PeopleFilter filter{.within = {cast::district().id}, .search = "t"};
    std::vector<PersonId> exported;
    PeopleReading reading(session, filter, 1'000);
    for (auto lines = reading.next(session, 2); !lines.empty(); lines = reading.next(session, 2))
        for (const auto& line : lines)
            exported.push_back(line.person.id);
    EXPECT_FALSE(exported.empty());
    EXPECT_EQ(exported, found(session, filter));
}

} // namespace phusa::storage
