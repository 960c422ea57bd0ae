#pragma once

#include "base/result.hpp"
#include "domain/account.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <vector>

namespace phusa::storage
{

// Grants that stand in the records, past and future ones too: `valid` says when they hold. By first day.
std::vector<RoleGrant> role_grants_of(Session& session, AccountId account);
std::vector<RoleGrant> role_grants_at(Session& session, OrganisationId organisation);
std::vector<Recorded<RoleGrant>> role_grant_history(Session& session, AccountId account);

// A new number is given.
RoleGrantId add_role_grant(Transaction& transaction, const RoleGrant& grant, AuditNumber by);
// `until` is the first day without it. Conflict when `read` no longer stands.
Result<void> end_role_grant(Transaction& transaction, const RoleGrant& read, Date until, AuditNumber by);
Result<void> withdraw_role_grant(Transaction& transaction, const RoleGrant& read, AuditNumber by);

} // namespace phusa::storage
