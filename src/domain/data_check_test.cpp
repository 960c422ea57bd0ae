#include "base/case_file.hpp"
#include "domain/data_check.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

// Somebody who owns what a CheckedPerson only looks at.
struct Somebody {
    CheckedPerson person;
    std::vector<CheckedAdmission> admissions;
    std::vector<CheckedEvent> events;

    const CheckedPerson& checked()
    {
        person.admissions = admissions;
        person.events = events;
        return person;
    }
};

CheckedAdmission admitted(Date on)
{
    return {.decided = on.plus_days(-7),
            .ceremony = on,
            .has_number = true,
            .born = PartialDate(day("1980-05-12")),
            .occupation = Occupation::farmer,
            .general_education = GeneralEducation::upper_secondary};
}

Somebody faultless()
{
    Somebody one;
    one.person = {.born = PartialDate(day("1980-05-12")),
                  .sex = Sex::female,
                  .ethnicity = 1,
                  .religion = 1,
                  .general_education = GeneralEducation::upper_secondary,
                  .has_home = true,
                  .has_residence = true,
                  .has_card = true,
                  .identity_digits = 12,
                  .standing = Standing::official,
                  .cell_is_there = true,
                  .admissions = {},
                  .events = {}};
    one.admissions = {admitted(day("2010-02-03"))};
    one.events = {{.kind = MembershipEventKind::recognised, .on = day("2011-02-03")}};
    return one;
}

std::vector<std::string> parts(const std::string& text, char between)
{
    std::vector<std::string> found;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, between);)
        if (!part.empty())
            found.push_back(part);
    return found;
}

void set_admission(CheckedAdmission& admission, std::string_view what, const std::string& value)
{
    if (what == "ceremony")
        admission.ceremony.reset();
    else if (what == "decided")
        admission.decided.reset();
    else if (what == "number")
        admission.has_number = false;
    else if (what == "occupation")
        admission.occupation = Occupation::unknown;
    else if (what == "education")
        admission.general_education = GeneralEducation::unknown;
    else if (what == "born")
        admission.born = *PartialDate::from_iso(value);
    else
        FAIL() << "no such fact of an admission: " << what;
}

void set_history(Somebody& one, std::string_view what, const std::string& value)
{
    auto told = value == "none" ? std::vector<std::string>() : parts(value, ',');
    if (what == "admissions") {
        one.admissions.clear();
        for (const auto& on : told)
            one.admissions.push_back(admitted(day(on)));
        return;
    }
    one.events.clear();
    for (const auto& each : told) {
        auto at = each.find('@');
        one.events.push_back({.kind = *membership_event_kind(each.substr(0, at)), .on = day(each.substr(at + 1))});
    }
}

void set(Somebody& one, const std::string& what, const std::string& value)
{
    auto& p = one.person;
    if (what.starts_with("admission."))
        set_admission(one.admissions.front(), what.substr(sizeof("admission.") - 1), value);
    else if (what == "admissions" || what == "events")
        set_history(one, what, value);
    else if (what == "born")
        p.born = *PartialDate::from_iso(value);
    else if (what == "sex")
        p.sex = Sex::unknown;
    else if (what == "ethnicity")
        p.ethnicity = 0;
    else if (what == "religion")
        p.religion = 0;
    else if (what == "education")
        p.general_education = GeneralEducation::unknown;
    else if (what == "identity")
        p.identity_digits = std::stoul(value);
    else if (what == "home")
        p.has_home = false;
    else if (what == "residence")
        p.has_residence = false;
    else if (what == "card")
        p.has_card = false;
    else if (what == "cell")
        p.cell_is_there = false;
    else if (what == "standing")
        p.standing = *standing(value);
    else
        FAIL() << "no such fact of a person: " << what;
}

std::string found_in(const CheckedPerson& person)
{
    std::string keys;
    for (const auto& check : data_checks())
        if (check.finds && check.finds(person, day("2026-11-23")))
            keys += (keys.empty() ? "" : ",") + std::string(check.key);
    return keys.empty() ? "-" : keys;
}

TEST(DataChecks, find_what_the_table_says)
{
    std::set<std::string> seen;
    for (const auto& row : case_rows(PHUSA_SOURCE_DIR "/tests/domain/data-checks.case")) {
        auto one = faultless();
        for (const auto& fact : parts(std::string(row.cell(0)), ' ')) {
            auto equals = fact.find('=');
            set(one, fact.substr(0, equals), fact.substr(equals + 1));
        }
        EXPECT_EQ(found_in(one.checked()), row.cell(1)) << row.place;
        for (const auto& key : parts(std::string(row.cell(1)), ','))
            seen.insert(key);
    }
    for (const auto& check : data_checks())
        if (check.finds) {
            EXPECT_TRUE(seen.contains(std::string(check.key))) << check.key << " is found nowhere in the table";
        }
}

TEST(DataChecks, have_keys_of_their_own_and_say_what_to_do)
{
    std::set<std::string_view> keys;
    for (const auto& check : data_checks()) {
        EXPECT_TRUE(keys.insert(check.key).second) << check.key;
        EXPECT_FALSE(check.title.empty()) << check.key;
        EXPECT_FALSE(check.advice.empty()) << check.key;
        EXPECT_EQ(check.finds == nullptr, check.group == FaultGroup::duplicate) << check.key;
        EXPECT_EQ(&data_checks()[*data_check(check.key)], &check);
    }
    EXPECT_FALSE(data_check("no.such"));
}

TEST(DataChecks, likeness_of_the_table)
{
    auto word_of = [](std::optional<Likeness> how) -> std::string {
        if (!how)
            return "-";
        return *how == Likeness::same ? "same" : *how == Likeness::vague_birth ? "vague_birth" : "other_number";
    };
    for (const auto& row : case_rows(PHUSA_SOURCE_DIR "/tests/domain/likeness.case")) {
        std::string texts[6];
        for (std::size_t i = 0; i < 6; ++i)
            texts[i] = row.cell(i);
        Likened a{.folded_name = texts[0], .born = *PartialDate::from_iso(texts[1]), .identity = texts[2]};
        Likened b{.folded_name = texts[3], .born = *PartialDate::from_iso(texts[4]), .identity = texts[5]};
        EXPECT_EQ(word_of(likeness(a, b)), row.cell(6)) << row.place;
        EXPECT_EQ(likeness(a, b), likeness(b, a)) << row.place;
    }
}

} // namespace

} // namespace phusa
