#pragma once

#include "domain/membership.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <cstddef>
#include <vector>

namespace phusa::storage
{

// Somebody as they are now, with their membership.
struct KnownPerson {
    Person person;
    std::vector<Admission> admissions; // by day
    std::vector<MembershipEvent> events;
};

// The next `count` people after a number, by number; fewer at the end.
std::vector<KnownPerson> people_after(Session& session, PersonId last, std::size_t count);

} // namespace phusa::storage
