#include "storage/organisations_recorded.hpp"

#include "storage/organisation_shelf.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

std::optional<Organisation> latest_organisation_as_recorded(Session& session, OrganisationId id, AuditNumber recorded)
{
    return fact_where<Organisation>(session,
                                    "v.id = ? AND v.recorded_in <= ? AND (v.replaced_in IS NULL OR v.replaced_in > ?) "
                                    "ORDER BY v.valid_from DESC LIMIT 1",
                                    id, recorded, recorded);
}

} // namespace phusa::storage
