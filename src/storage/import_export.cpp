#include "storage/import_export.hpp"

#include "storage/imports.hpp"
#include "storage/person_shelf.hpp"
#include "storage/sql/connection.hpp"

#include <algorithm>
#include <unordered_map>

namespace phusa::storage
{

std::vector<KnownPerson> people_after(Session& session, PersonId last, std::size_t count)
{
    std::vector<KnownPerson> people;
    std::vector<PersonId> ids;
    std::unordered_map<PersonId, std::size_t> places;
    for (auto& person : facts_where<Person>(
             session, "v.id > ? AND v.replaced_in IS NULL AND v.valid_until IS NULL ORDER BY v.id LIMIT ?", last,
             static_cast<std::int64_t>(count))) {
        ids.push_back(person.id);
        places.emplace(person.id, people.size());
        people.push_back({.person = std::move(person), .admissions = {}, .events = {}});
    }
    for (auto& admission : admissions_of_people(session, ids))
        people[places.at(admission.person)].admissions.push_back(std::move(admission));
    for (auto& event : membership_events_of_people(session, ids))
        people[places.at(event.person)].events.push_back(std::move(event));
    for (auto& known : people)
        std::ranges::sort(known.admissions, {}, &Admission::counted_on);
    return people;
}

} // namespace phusa::storage
