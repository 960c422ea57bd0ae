#pragma once

#include "domain/organisation_tree.hpp"
#include "storage/recorded.hpp"

#include <unordered_map>

namespace phusa
{

namespace storage
{
class Session;
}

// Where a cell counts in a tree that may be older or younger than it: where it stands; where it is not there, where its
// successor or predecessor stands, else where the unit above it stood, else at the top. So every cell has its place,
// and the total of the root does not depend on the day of the tree.
class Placing
{
public:
    Placing(storage::Session& session, const OrganisationTree& tree, storage::AsRecorded as_recorded = {});

    OrganisationTree::Position of(OrganisationId cell);

private:
    OrganisationTree::Position find(OrganisationId unit, int steps);

    storage::Session& session_;
    const OrganisationTree& tree_;
    storage::AsRecorded as_recorded_;
    std::unordered_map<OrganisationId, OrganisationId> after_;
    std::unordered_map<OrganisationId, OrganisationId> before_;
    std::unordered_map<OrganisationId, OrganisationTree::Position> known_;
};

} // namespace phusa
