#pragma once

#include "domain/organisation.hpp"

namespace phusa
{

// The Party organisation by which a unit is judged: itself; of a mass organisation or a school the one that it stands
// beside or under.
inline OrganisationId party_unit_of(const Organisation& unit)
{
    if (unit.beside)
        return *unit.beside;
    return is_school(unit.kind) && unit.parent ? *unit.parent : unit.id;
}

} // namespace phusa
