#pragma once

#include "base/result.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"
#include "storage/search_keys.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

// People one at a time, and many at once. Lists are in people_list.hpp, identity numbers in identities.hpp.
namespace phusa::storage
{

// The last version: how the person is now.
std::optional<Person> person(Session& session, PersonId id);
std::optional<Person> person_on(Session& session, PersonId id, Date day, AsRecorded as_recorded = {});
// Everybody who lived party life or was followed in that very cell on that day, by name, as they were then.
std::vector<Person> people_of_cell(Session& session, OrganisationId cell, Date day);
// Every version ever recorded, by its first day, then as recorded.
std::vector<Recorded<Person>> person_history(Session& session, PersonId id);
// Matching of imports: same folded name and birth date, anywhere.
std::vector<PersonId> people_named(Session& session, std::string_view name, PartialDate born);

// `count` new numbers in a row; the first is returned.
PersonId allocate_people(Transaction& transaction, std::int64_t count = 1);
// Takes person.id, or a new number where it is 0. `identity_masked` is not written: see set_identity.
PersonId add_person(Transaction& transaction, const Person& person, AuditNumber by);

// `corrected.version` is the version that was read; conflict when it no longer stands. Same days, other facts.
Result<void> correct_person(Transaction& transaction, const Person& corrected, AuditNumber by);
// From `day` on the person is as `changed` says, up to the end of the version that was read.
Result<void> change_person(Transaction& transaction, const Person& changed, Date day, AuditNumber by);
// The person was never to be recorded (an import taken back): all versions are replaced by nothing.
Result<void> withdraw_person(Transaction& transaction, PersonId id, AuditNumber by);

struct NewPerson {
    Person person;                       // with its id (allocate_people)
    std::string identity;                // digits, or empty
    std::optional<SearchKeys> keys = {}; // of both, where they were reckoned before
};

// Unchecked, quick: for the demo and imports. Of one person several versions may be given, one of them open; the
// identity stands with that one.
void insert_people(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by);

// How many people each cell has now in each standing.
struct CellCount {
    OrganisationId cell;
    Standing standing = Standing::none;
    std::int64_t people = 0;
};
std::vector<CellCount> count_people_by_cell(Session& session);

} // namespace phusa::storage
