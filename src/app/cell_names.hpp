#pragma once

#include "domain/organisation_tree.hpp"

#include <string>

namespace phusa
{

// The names of a cell and of the grassroots organisation that it belongs to, in a tree; empty where it is not there.
struct CellNames {
    std::string cell;
    std::string grassroots;
};
CellNames names_of(const OrganisationTree& tree, OrganisationId cell);

} // namespace phusa
