#include "cast/cast.hpp"

#include <utility>

namespace phusa::cast
{

namespace
{

OrganisationId place_of(Role role)
{
    switch (role) {
    case Role::cell_secretary:
    case Role::helper:
        return village_cell().id;
    case Role::grassroots_office:
        return commune().id;
    case Role::deciding_office:
        return district().id;
    case Role::school:
        return political_centre().id;
    case Role::mass_organisation:
        return youth_union().id;
    case Role::province_commission:
    case Role::auditor:
    case Role::administrator:
        return province().id;
    }
    std::unreachable();
}

} // namespace

Account account(Role role)
{
    auto number = static_cast<std::int64_t>(role);
    Account account;
    account.id = AccountId(number);
    account.name = key_of(role);
    account.display_name = title_of(role);
    account.created = time_from_iso("2026-01-05T01:00:00.000Z");
    RoleGrant grant;
    grant.id = RoleGrantId(number);
    grant.account = account.id;
    grant.role = role;
    grant.organisation = place_of(role);
    grant.valid = {.first = *Date::of(2026, 1, 5), .until = std::nullopt};
    grant.recorded = {1};
    account.grants = {grant};
    return account;
}

} // namespace phusa::cast
