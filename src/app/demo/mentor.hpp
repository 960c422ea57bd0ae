#pragma once

#include "app/demo/dossiers.hpp"
#include "domain/organisation_tree.hpp"

#include <optional>

namespace phusa::demo
{

// Somebody of the register who helps a member on probation, and in which cell.
struct Mentor {
    PersonId person;
    OrganisationId cell;
};

// For the account of a helper: one whose remarks are waited for if there is, and the nearer to `home` the better.
// nullopt where nobody helps anybody.
std::optional<Mentor> find_mentor(const DossierSet& dossiers, const OrganisationTree& tree, OrganisationId home,
                                  Date as_of);

} // namespace phusa::demo
