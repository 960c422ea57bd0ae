#include "storage/dossier_moves.hpp"

#include "storage/dossier_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

std::optional<DossierMove> dossier_move(Session& session, DossierMoveId id)
{
    return fact_where<DossierMove>(session, "v.id = ? AND v.replaced_in IS NULL", id);
}

std::vector<DossierMove> dossier_moves_of(Session& session, DossierId dossier)
{
    return facts_where<DossierMove>(session, "v.dossier_id = ? AND v.replaced_in IS NULL ORDER BY v.sent_on, v.id",
                                    dossier);
}

std::vector<DossierMove> open_dossier_moves(Session& session)
{
    return facts_where<DossierMove>(session,
                                    "v.replaced_in IS NULL AND v.accepted_on IS NULL AND v.taken_back_on IS NULL "
                                    "ORDER BY v.sent_on, v.id");
}

DossierMoveId allocate_dossier_moves(Transaction& transaction, std::int64_t count)
{
    return DossierMoveId(take_numbers(transaction, "dossier_move", count));
}

DossierMoveId add_dossier_move(Transaction& transaction, const DossierMove& move, AuditNumber by)
{
    auto added = move;
    if (!added.id)
        added.id = allocate_dossier_moves(transaction);
    insert_version(transaction, added, by);
    return added.id;
}

Result<void> correct_dossier_move(Transaction& transaction, const DossierMove& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, corrected, by));
    return {};
}

void insert_dossier_moves(Transaction& transaction, std::span<const DossierMove> moves, AuditNumber by)
{
    insert_versions(transaction, moves, by);
}

} // namespace phusa::storage
