#pragma once

#include "domain/made_paper.hpp"
#include "storage/database.hpp"

#include <string_view>
#include <vector>

namespace phusa::storage
{

// By their first day.
std::vector<CommitteeTerm> committee_terms_of(Session& session, OrganisationId body);
// A new one, or another first day of one that is there.
void put_committee_term(Transaction& transaction, OrganisationId body, const CommitteeTerm& term, AuditNumber by);
void remove_committee_term(Transaction& transaction, OrganisationId body, std::string_view name);

} // namespace phusa::storage
