#pragma once

#include "app/app.hpp"
#include "domain/account.hpp"
#include "domain/organisation_tree.hpp"
#include "domain/person.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// Who holds the office of a unit, and who helps whom, on one day. Inside app/.
//
// An office is held by the accounts with a role on that very unit that carries dossiers. Where a unit has none, the
// nearest one above it that has one stands in for it: work is never without somebody who is reminded.
class Addressees
{
public:
    Addressees(storage::Session& session, const OrganisationTree& tree, Date day);

    // The unit itself or the nearest above it that has somebody; nullopt where nobody is there up to the top.
    std::optional<OrganisationId> office_at_or_above(OrganisationId unit) const;
    std::optional<OrganisationId> office_above(OrganisationId unit) const;
    const std::vector<AccountId>& accounts_of(OrganisationId office) const;
    // Accounts of that member with the role of a helper where the cell is.
    std::vector<AccountId> accounts_of_helper(PersonId person, OrganisationId cell) const;

private:
    std::optional<OrganisationId> nearest(std::optional<OrganisationTree::Position> from) const;

    const OrganisationTree& tree_;
    std::unordered_map<OrganisationId, std::vector<AccountId>> offices_;
    struct Helper {
        AccountId account;
        OrganisationId unit;
    };
    std::unordered_map<PersonId, std::vector<Helper>> helpers_;
};

} // namespace phusa
