#pragma once

#include "base/result.hpp"
#include "domain/made_paper.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa::storage
{

// Those that stand, as they were first made.
std::vector<MadePaper> made_papers_of(Session& session, DossierId dossier);
std::optional<MadePaper> made_paper(Session& session, MadePaperId id);
// Every version of every paper of a dossier, by paper, then as recorded.
std::vector<Recorded<MadePaper>> made_paper_history(Session& session, DossierId dossier);

MadePaperId allocate_made_papers(Transaction& transaction, std::int64_t count = 1);
void add_made_paper(Transaction& transaction, const MadePaper& paper, AuditNumber by);
// Made again: `version` is the one that was read; conflict when it no longer stands.
Result<void> renew_made_paper(Transaction& transaction, const MadePaper& paper, AuditNumber by);
Result<void> withdraw_made_paper(Transaction& transaction, const MadePaper& read, AuditNumber by);

} // namespace phusa::storage
