#pragma once

#include "domain/organisation.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>

namespace phusa::storage
{

// The last version of a unit, as latest_organisation gives it, when the register had come to that audit row.
std::optional<Organisation> latest_organisation_as_recorded(Session& session, OrganisationId id, AuditNumber recorded);

} // namespace phusa::storage
