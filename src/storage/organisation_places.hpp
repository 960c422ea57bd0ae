#pragma once

#include "domain/organisation.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace phusa::storage
{

// Where a unit stands in the latest structure: walking the tree from the top, siblings by code, it is number `first`,
// and everything below it has the numbers up to `last`. A mass organisation stands under the unit that it is beside.
//
// Derived: rebuilt before the commit of any transaction that changed a unit. A dissolved unit keeps the place it had.
struct OrganisationPlace {
    OrganisationId organisation;
    std::int64_t first = 0;
    std::int64_t last = 0;
    int depth = 0; // 0 at a root

    bool holds(const OrganisationPlace& other) const { return first <= other.first && other.first <= last; }
};

std::optional<OrganisationPlace> place_of(Session& session, OrganisationId id);
// In the order of `first`.
std::vector<OrganisationPlace> organisation_places(Session& session);
// The subtree gate: whether `inner` is `outer` or below it. False where either is unknown.
bool is_within(Session& session, OrganisationId inner, OrganisationId outer);
// At once, for a transaction that wants to read places of units it has just made. Throws on a circle of parents.
void rebuild_organisation_places(Transaction& transaction);

} // namespace phusa::storage
