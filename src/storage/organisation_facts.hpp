#pragma once

#include "base/result.hpp"
#include "domain/organisation.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <vector>

namespace phusa::storage
{

// Facts of one unit that stand now, by their first day.
std::vector<OrganisationFact> organisation_facts(Session& session, OrganisationId id);
std::vector<OrganisationFact> organisation_facts_on(Session& session, Date day, AsRecorded as_recorded = {});
Result<void> add_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by);
// `fact.row` says which version was read; conflict when it no longer stands.
Result<void> correct_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by);
Result<void> withdraw_organisation_fact(Transaction& transaction, const OrganisationFact& fact, AuditNumber by);

} // namespace phusa::storage
