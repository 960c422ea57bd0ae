#pragma once

#include "app/forms/membership_cube.hpp"
#include "domain/membership_course.hpp"

#include <functional>
#include <optional>
#include <span>

namespace phusa
{

// One step of somebody's membership with the cell to which it leads, where it names one.
struct MemberStep {
    MembershipStep step;
    std::optional<OrganisationId> to;
};
// From that day on the person's record names this cell.
struct MemberCell {
    Date from;
    OrganisationId cell;
};

// Where the person came from and went to; absent: not in the list of any cell of the register.
struct MemberMove {
    Date on;
    MemberChange change = MemberChange::moved;
    bool probationary = false; // on coming: then; on going: until then
    std::optional<OrganisationId> from;
    std::optional<OrganisationId> to;
};

// Tells the story of one person as moves, in their order. Steps in the order of MembershipStep, cells by day.
void walk_member(std::span<const MemberStep> steps, std::span<const MemberCell> cells,
                 const std::function<void(const MemberMove&)>& tell);

} // namespace phusa
