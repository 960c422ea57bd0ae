#pragma once

#include "domain/organisation.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <span>
#include <vector>

namespace phusa::storage
{

void add_successions(Transaction& transaction, std::span<const Succession> successions, AuditNumber by);
// By day. Those where the unit is predecessor or successor.
std::vector<Succession> successions_of(Session& session, OrganisationId id);
std::vector<Succession> all_successions(Session& session, AsRecorded as_recorded = {});

} // namespace phusa::storage
