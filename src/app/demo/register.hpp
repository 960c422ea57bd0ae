#pragma once

#include "app/demo/newcomer.hpp"
#include "app/demo/structure.hpp"
#include "domain/membership.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace phusa::demo
{

// One version of a person; `identity` stands with the last version only.
struct PersonVersion {
    Person person;
    std::string identity;
};

// The whole demo province as values, numbered from 1: no database yet.
struct Register {
    Structure structure;
    std::vector<PersonVersion> people; // by person, then time; the last one of each is open
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
    std::vector<Newcomer> candidates; // on the way to an admission after the as-of day
    std::int64_t persons = 0;
};

// The same for the same seed and as-of day, on every machine. `as_of` must not be before the end of the article.
Register make_register(std::uint64_t seed, Date as_of);

} // namespace phusa::demo
