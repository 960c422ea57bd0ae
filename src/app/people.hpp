#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "app/timeline.hpp"
#include "base/result.hpp"
#include "domain/membership.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

enum class PeopleOrder : std::uint8_t { name, born, admitted };

// What a list of people asks for. Everything may be left out.
struct PeopleQuestion {
    std::optional<OrganisationId> organisation; // and everything below it; else all the asker may see
    std::string words;                          // parts of the name, with or without marks
    std::vector<Standing> standings;
    std::optional<Sex> sex;
    std::optional<Occupation> occupation;
    std::optional<int> born_from; // years
    std::optional<int> born_to;
    // Facts of an admission on its day: the people behind a number of the statistics.
    std::optional<Date> admitted_from; // by the day the admission counts
    std::optional<Date> admitted_to;
    std::optional<OrganisationId> admitted_at; // the unit, or one below it, in the structure of `structure`
    std::optional<Date> structure;             // absent: the day of admitted_to, else today
    std::optional<bool> youth_union;
    std::vector<Sex> admission_sexes;
    std::vector<Occupation> admission_occupations;
    std::vector<GeneralEducation> admission_educations;
    std::vector<Qualification> admission_qualifications;
    std::optional<int> age_from; // whole years at admission
    std::optional<int> age_to;
    PeopleOrder order = PeopleOrder::name;
    bool descending = false;
    std::string cursor; // opaque; empty for the first page
    std::size_t rows = 50;
};

struct PersonLine {
    PersonId id;
    std::string name;
    PartialDate born;
    Sex sex = Sex::unknown;
    Occupation occupation = Occupation::unknown;
    Standing standing = Standing::none;
    OrganisationId cell;
    std::string cell_name;
    std::string grassroots_name;
    std::optional<Date> admitted;
};

struct PeoplePage {
    std::vector<PersonLine> rows;
    std::string next; // cursor, empty on the last page
    std::int64_t total = 0;
};

Result<PeoplePage> list_people(App& app, const Actor& actor, const PeopleQuestion& question);

// The same people as rows of a Table for CSV, XLSX and JSON, handed out in pieces in constant memory; identity
// numbers masked; recorded in the audit log with the question and the count. Totals equal list_people's.
Result<TableStream> export_people(App& app, const Actor& actor, const PeopleQuestion& question);

struct PersonView {
    Person person;
    std::vector<Organisation> path; // of the cell, from the top of the asker's view
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
    std::vector<TimelineEntry> timeline; // oldest first
    // Earlier versions that were corrected or changed, newest first.
    struct Past {
        Person person;
        Clock::Time replaced_at;
        std::string replaced_by;            // the account's name
        std::vector<std::string> differing; // keys of the fields in which it differs from the version after it
    };
    std::vector<Past> past;
};
// Recorded in the audit log as a look at a person ("the log of who looked", DESIGN §8), once per session and hour.
Result<PersonView> show_person(App& app, const Actor& actor, PersonId id);

// The identity number in clear. `reason` is recorded and must say something.
Result<std::string> reveal_identity(App& app, const Actor& actor, PersonId id, std::string_view reason);

// A correction: the record was wrong. The old version stays readable. `wanted.version` is the one that was read; when
// somebody else changed other fields meanwhile both changes are kept, the same field is a conflict that names it.
Result<Person> correct_person(App& app, const Actor& actor, const Person& read, const Person& wanted,
                              std::string_view reason);

} // namespace phusa
