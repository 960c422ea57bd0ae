#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa::storage
{

// Which admissions, by the facts of that day: the people behind a number of the statistics.
struct AdmissionFilter {
    std::optional<Date> counted_from = {};  // included
    std::optional<Date> counted_to = {};    // included
    std::vector<OrganisationId> cells = {}; // admitted in one of these very cells; empty: anywhere
    std::optional<bool> youth_union = {};
    std::vector<Sex> sexes = {}; // any of these, as in all lists here; empty: all
    std::vector<Occupation> occupations = {};
    std::vector<GeneralEducation> educations = {};
    std::vector<Qualification> qualifications = {};
    std::vector<AcademicTitle> titles = {};
    std::vector<std::uint8_t> ethnicities = {};
    std::vector<std::uint8_t> religions = {};
    std::optional<bool> private_owner = {};
    std::optional<bool> population_policy = {};
    std::optional<bool> foreign_marriage = {};
    std::optional<bool> readmission = {};
    std::optional<int> age_from = {}; // whole years by calendar months (age_in_months / 12), included
    std::optional<int> age_to = {};   // included
};

// Which people, as they are now. Everything given must hold.
struct PeopleFilter {
    // The units and everything below them in the latest structure; empty: the whole register. The gate gives the
    // subtrees that the reader may see, which do not overlap.
    std::vector<OrganisationId> within = {};
    std::optional<AdmissionFilter> admitted = {}; // somebody with at least one such admission
    std::optional<OrganisationId> cell = {};      // this very cell
    std::string search = {};              // each word begins a word of the name, in any order; marks do not matter
    std::vector<Standing> standings = {}; // any of these; empty: all
    std::optional<Sex> sex = {};
    std::optional<Occupation> occupation = {};
    std::optional<int> born_from = {};   // year, included
    std::optional<int> born_to = {};     // year, included
    std::optional<int> admitted_in = {}; // year of the last admission
};

enum class PeopleOrder : std::uint8_t { name, born, admitted };
enum class Direction : std::uint8_t { ascending, descending };

struct PeopleAsk {
    PeopleFilter filter = {};
    PeopleOrder order = PeopleOrder::name;
    Direction direction = Direction::ascending;
    std::optional<PersonId> after = {}; // the last person of the page before
    std::size_t rows = limit::page_rows;
    std::optional<PersonId> before = {}; // going back: the first person of the page after, instead of `after`
};

// What a list shows of a person.
struct PersonLine {
    PersonId id;
    std::string name;
    PartialDate born;
    Sex sex = Sex::unknown;
    Occupation occupation = Occupation::unknown;
    OrganisationId cell;
    Standing standing = Standing::none;
    bool invented = false;
    std::optional<Date> admitted; // the last admission's day
};

struct PeoplePage {
    std::vector<PersonLine> people;
    // Ask again with `after` = this, or with `before` where that was asked; absent where the list ends that way.
    std::optional<PersonId> next;
    std::int64_t total = 0; // of the whole filter
};

// Those never admitted come last in the order of admission. Not found when `after` or `before` is no person of the
// register.
Result<PeoplePage> people_page(Session& session, const PeopleAsk& ask);
std::int64_t count_people(Session& session, const PeopleFilter& filter);

} // namespace phusa::storage
