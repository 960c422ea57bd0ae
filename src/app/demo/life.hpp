#pragma once

#include "app/demo/homes.hpp"
#include "app/demo/newcomer.hpp"
#include "app/demo/structure.hpp"
#include "domain/membership.hpp"

#include <cstdint>
#include <vector>

namespace phusa::demo
{

// Where somebody lives party life from one day on, and as what.
struct Stay {
    Date first;
    OrganisationId cell;
    bool retired = false;
    bool is_2025_office = false; // the cell's workplace after the reorganisation
};

// What befell one member until the as-of day, in the order of time. Events have neither person nor number yet.
struct Life {
    std::vector<Stay> stays; // at least the first cell
    std::vector<MembershipEvent> events;
};

// Recognised after twelve months or removed, moved, retired to the village, exempted, dead, now and then restored: by
// chance of the person's own stream. `as_of` only cuts the story off.
Life live(std::uint64_t seed, const Structure& structure, const Homes& homes, const Newcomer& who, Date as_of);

} // namespace phusa::demo
