#include "cast/cast.hpp"
#include "domain/person_fields.hpp"
#include "web/people/person_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace phusa::web::people
{

namespace
{

Fields typed(const Person& person)
{
    Fields fields;
    for (const auto& input : person_inputs())
        fields.add(std::string(input.key), input.typed(person));
    return fields;
}

Fields coded(const Person& person)
{
    Fields fields;
    for (const auto& input : person_inputs())
        fields.add(std::string(input.key), input.coded(person));
    return fields;
}

TEST(PersonInputs, ThereIsOneForEachField)
{
    std::set<std::string_view> fields;
    std::set<std::string_view> inputs;
    for (const auto& field : person_fields())
        fields.insert(field.key);
    for (const auto& input : person_inputs())
        EXPECT_TRUE(inputs.insert(input.key).second) << input.key;
    EXPECT_EQ(inputs, fields);
}

TEST(PersonInputs, WhatAFormShowsComesBackUnchanged)
{
    for (const auto& [person, admissions, events] : cast::everyone()) {
        for (const auto& sent : {typed(person), coded(person)}) {
            Person read;
            FormReader reader(sent);
            read_person(sent, reader, read);
            ASSERT_FALSE(reader.problem()) << reader.problem()->message;
            EXPECT_TRUE(differing_fields(person, read).empty())
                << person.name << ": " << differing_fields(person, read).front();
        }
    }
}

TEST(PersonInputs, EachChangesItsOwnFieldAndNoOther)
{
    auto before = cast::gio().person;
    auto other = cast::que().person;
    other.youth_union_joined = PartialDate::of_year(1992);
    other.employed = PartialDate::of_year(2001);
    other.enlisted = PartialDate::of_year(1997);
    other.discharged = PartialDate::of_year(1999);
    other.other_name = other.stay = other.foreign_language = other.phone = other.card_number = "x";
    other.file_number = other.birthplace = other.home = other.residence = other.work = "y";
    other.political_theory = PoliticalTheory::advanced;
    for (const auto& input : person_inputs()) {
        Fields sent{{std::string(input.key), input.typed(other)}};
        auto after = before;
        FormReader reader(sent);
        read_person(sent, reader, after);
        EXPECT_EQ(differing_fields(before, after), std::vector{input.key});
    }
}

TEST(PersonInputs, WhatIsNoFieldOfARecordHasNoEffect)
{
    auto person = cast::sen().person;
    Fields sent{{"standing", "official"}, {"cell", "7"}, {"version", "99"}, {"identity", "034000000001"},
                {"invented", "0"},        {"id", "3"},   {"recorded", "9"}};
    auto after = person;
    FormReader reader(sent);
    read_person(sent, reader, after);
    EXPECT_EQ(after.standing, person.standing);
    EXPECT_EQ(after.cell, person.cell);
    EXPECT_EQ(after.version, person.version);
    EXPECT_EQ(after.identity_masked, person.identity_masked);
    EXPECT_EQ(after.invented, person.invented);
    EXPECT_EQ(after.id, person.id);
}

TEST(PersonInputs, WhatIsWrongIsNamed)
{
    Fields sent{{"full_name", " "}, {"born", "31/2/1990"}, {"sex", "x"}, {"employed", "hôm qua"}};
    Person person;
    FormReader reader(sent);
    read_person(sent, reader, person);
    auto problem = reader.problem();
    ASSERT_TRUE(problem);
    std::set<std::string> wrong;
    for (const auto& field : problem->fields)
        wrong.insert(field.name);
    EXPECT_EQ(wrong, (std::set<std::string>{"full_name", "born", "sex", "employed"}));
}

} // namespace

} // namespace phusa::web::people
