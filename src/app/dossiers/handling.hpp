#pragma once

#include "domain/organisation_tree.hpp"
#include "domain/recorded_act.hpp"

namespace phusa
{

// The units that handle a dossier, as they stand in one tree: the cell, the grassroots organisation whose committee
// proposes, and the one whose committee decides (rules.md 4.2: the level directly above; a commune's own committee
// since 1/7/2025). In a grassroots cell the first two are one.
struct Handling {
    Organisation cell;
    Organisation grassroots;
    Organisation deciding;

    // Whose work an act is: "Chi bộ thôn Đầu Làng".
    const Organisation& who_records(ActKind kind) const;
};

// Where the cell is not in the tree, its bare id stands in all three.
Handling handling_of(const OrganisationTree& tree, OrganisationId cell);

} // namespace phusa
