#pragma once

#include "domain/membership.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"
#include "storage/people.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

// Many at once, for imports: who is there already, and new versions of them. Everything is asked and written for a
// piece of a sheet in a few statements, so that time does not go into the way to the database.
namespace phusa::storage
{

// Before the first question: PostgreSQL answers the questions below row by row from its indexes, up to the commit. Left
// to itself it reads a whole table for each, as long as the table is new to it. Nothing on SQLite.
void ask_by_index(Transaction& transaction);

// After many rows were written: PostgreSQL chooses its ways by what it last counted, and of tables that were empty when
// the import began it would read every row for each question. Nothing on SQLite.
void count_anew(Transaction& transaction);

// Element i answers hashes[i] (identity_hash()).
std::vector<std::optional<PersonId>> people_with_identities(Session& session, std::span<const std::string> hashes);

// Somebody as they are now, as far as it takes to know them again.
struct PersonSeen {
    PersonId id;
    std::string name;
    PartialDate born;
    OrganisationId cell;
};
// Those born on one of these dates who are in one of these cells now. `born` and `cells` have the same size.
std::vector<PersonSeen> people_born_in(Session& session, std::span<const PartialDate> born,
                                       std::span<const OrganisationId> cells);

// As they are now, in any order.
std::vector<Person> people_now(Session& session, std::span<const PersonId> people);
std::vector<Admission> admissions_of_people(Session& session, std::span<const PersonId> people);
std::vector<MembershipEvent> membership_events_of_people(Session& session, std::span<const PersonId> people);
// The last version of every unit that there ever was.
std::vector<Organisation> last_organisations(Session& session);

// New versions of what was read in this transaction: same days, other facts. Unchecked.
void correct_people(Transaction& transaction, std::span<const Person> corrected, AuditNumber by);
void correct_admissions(Transaction& transaction, std::span<const Admission> corrected, AuditNumber by);
void correct_membership_events(Transaction& transaction, std::span<const MembershipEvent> corrected, AuditNumber by);
// Only person.id and identity of each are looked at; a number that was there is replaced.
void set_identities(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by);

} // namespace phusa::storage
