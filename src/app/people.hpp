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
    std::vector<AcademicTitle> admission_titles;
    std::vector<std::uint8_t> admission_ethnicities; // codes of ethnicities()
    std::vector<std::uint8_t> admission_religions;   // codes of religions()
    std::optional<bool> private_owner;
    std::optional<bool> population_policy;
    std::optional<bool> foreign_marriage;
    std::optional<bool> readmission;
    std::optional<int> age_from; // whole years at admission
    std::optional<int> age_to;
    PeopleOrder order = PeopleOrder::name;
    bool descending = false;
    std::string cursor; // opaque; empty for the first page
    std::size_t rows = 50;
};

// Probationary, official and exempted: who is counted as a member.
const std::vector<Standing>& member_standings();

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
    std::string previous;   // cursor, empty on the first page
    std::string next;       // cursor, empty on the last page
    std::int64_t first = 0; // number of the first row in the whole list, from 1; 0 where there is none
    std::int64_t total = 0;
};

Result<PeoplePage> list_people(App& app, const Actor& actor, const PeopleQuestion& question);

// The same people as rows of a Table for CSV, XLSX and JSON, handed out in pieces in constant memory; identity
// numbers masked; recorded in the audit log with the question and the count. Totals equal list_people's.
Result<TableStream> export_people(App& app, const Actor& actor, const PeopleQuestion& question);

// One admission as a page shows it.
struct AdmissionView {
    Admission admission;
    std::string cell_name;  // of that day
    std::string regulation; // in force on that day: "45-QĐ/TW"; empty where none is known
    RegulationName regulation_name;
    std::string regulation_note; // where number or dates of the regulation are not certain
};

// An earlier version of a person's record: what it said, and what was put in its place.
struct PastVersion {
    struct Change {
        std::string key; // of person_fields()
        std::string title;
        std::string before;
        std::string after;
    };

    Person person;
    std::vector<Change> changes; // may be empty: moved to another cell, another standing
    Clock::Time replaced_at;
    std::string replaced_by; // the account's name
    std::string reason;      // empty where none is recorded or its key is destroyed
};

// The same of an admission or an event of the membership.
struct PastFact {
    std::string subject; // "Kết nạp ngày 03/02/2024"
    std::vector<PastVersion::Change> changes;
    bool is_withdrawn = false; // it was never so
    AuditNumber replaced;
    Clock::Time replaced_at = {};
    std::string replaced_by = {};
    std::string reason = {};
};

struct PersonView {
    Person person;
    std::vector<Organisation> path; // of the cell, from the top of the asker's view
    std::vector<AdmissionView> admissions;
    std::vector<MembershipEvent> events;
    std::vector<TimelineEntry> timeline; // oldest first
    std::vector<PastVersion> past;       // newest first
    std::vector<PastFact> past_facts;    // of admissions and events, newest first
};
// Recorded in the audit log as a look at a person ("the log of who looked", DESIGN §8), once per session and hour.
Result<PersonView> show_person(App& app, const Actor& actor, PersonId id);

// A version that stands or stood: what a form or a program read before it asks for a correction.
Result<Person> person_as_read(App& app, const Actor& actor, PersonId id, std::int64_t version);

// The person as they are now, for the form of somebody who may change them (a look, as above), and for the question
// after the identity number, which there must be.
Result<Person> person_to_correct(App& app, const Actor& actor, PersonId id);
Result<Person> person_with_identity(App& app, const Actor& actor, PersonId id);

// The identity number in clear. `reason` is recorded and must say something.
Result<std::string> reveal_identity(App& app, const Actor& actor, PersonId id, std::string_view reason);

// A correction: the record was wrong. The old version stays readable. `read` is what the asker saw (person_as_read),
// `wanted` the same with their changes to person_fields(); nothing else of it has an effect. When somebody else changed
// other fields meanwhile both changes are kept, the same field is a conflict that names it.
Result<Person> correct_person(App& app, const Actor& actor, const Person& read, const Person& wanted,
                              std::string_view reason);

} // namespace phusa
