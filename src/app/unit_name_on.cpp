#include "app/unit_name_on.hpp"

#include "storage/organisations.hpp"

namespace phusa
{

std::string unit_name_on(storage::Session& session, OrganisationId id, Date day)
{
    if (auto unit = storage::organisation_on(session, id, day))
        return unit->name;
    auto latest = storage::latest_organisation(session, id);
    return latest ? latest->name : std::string();
}

} // namespace phusa
