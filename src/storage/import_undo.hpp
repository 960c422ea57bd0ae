#pragma once

#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/membership.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"
#include "domain/recorded_act.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

// What one audit row wrote, and taking it back.
namespace phusa::storage
{

// One fact before and after; absent before where it was new.
template<typename Fact>
struct FactChange {
    std::optional<Fact> before;
    std::optional<Fact> after; // absent where only other days of a fact were split off
};

struct WrittenFacts {
    std::vector<FactChange<Organisation>> organisations;
    std::vector<FactChange<Person>> people;
    std::vector<FactChange<Admission>> admissions;
    std::vector<FactChange<MembershipEvent>> events;
    std::vector<PersonId> identities;          // whose number was written
    std::vector<FactChange<Dossier>> dossiers; // without what is sealed
    std::vector<FactChange<RecordedAct>> acts; // of dossiers; likewise
};
WrittenFacts written_by(Session& session, AuditNumber number);

// Whose facts rest on what `number` wrote: changed since, or added to somebody or some unit that it made. Names, at
// most `names_max`; empty where it can be taken back.
std::vector<std::string> rests_on(Session& session, AuditNumber number, std::size_t names_max);

// Everything that `number` wrote and that stands is replaced; what it replaced is put back as new versions. Nothing
// may rest on it.
void take_back(Transaction& transaction, AuditNumber number, AuditNumber by);

} // namespace phusa::storage
