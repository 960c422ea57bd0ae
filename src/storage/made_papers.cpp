#include "storage/made_papers.hpp"

#include "storage/paper_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

std::vector<MadePaper> made_papers_of(Session& session, DossierId dossier)
{
    return facts_where<MadePaper>(session, "v.dossier_id = ? AND v.replaced_in IS NULL ORDER BY v.id", dossier);
}

std::optional<MadePaper> made_paper(Session& session, MadePaperId id)
{
    return fact_where<MadePaper>(session, "v.id = ? AND v.replaced_in IS NULL", id);
}

std::vector<Recorded<MadePaper>> made_paper_history(Session& session, DossierId dossier)
{
    return history_where<MadePaper>(session, "v.dossier_id = ? ORDER BY v.id, v.version", dossier);
}

MadePaperId allocate_made_papers(Transaction& transaction, std::int64_t count)
{
    return MadePaperId(take_numbers(transaction, "paper", count));
}

void add_made_paper(Transaction& transaction, const MadePaper& paper, AuditNumber by)
{
    insert_version(transaction, paper, by);
}

Result<void> renew_made_paper(Transaction& transaction, const MadePaper& paper, AuditNumber by)
{
    TRY(correct_version(transaction, paper, by));
    return {};
}

Result<void> withdraw_made_paper(Transaction& transaction, const MadePaper& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, read, by));
    return {};
}

} // namespace phusa::storage
