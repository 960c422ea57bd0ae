#include "storage/dossier_moves.hpp"

#include "storage/dossier_sealing.hpp"
#include "storage/dossier_shelves.hpp"
#include "storage/dossiers.hpp"
#include "storage/sql/versions.hpp"

#include <cassert>

namespace phusa::storage
{

namespace
{

// A dossier that is not there has nobody under whose key its notes could lie.
DossierMove sealed_move(Transaction& transaction, DossierMove move)
{
    auto person = person_of(transaction, move.dossier);
    assert(person);
    move.note = sealed_of(transaction, move, *person);
    return move;
}

std::vector<DossierMove> opened_moves(Session& session, std::vector<DossierMove> moves)
{
    for (auto& move : moves)
        if (!move.note.empty())
            if (auto person = person_of(session, move.dossier))
                unseal(session, std::string(move.note), *person, move);
    return moves;
}

} // namespace

std::optional<DossierMove> dossier_move(Session& session, DossierMoveId id)
{
    auto found = opened_moves(session, facts_where<DossierMove>(session, "v.id = ? AND v.replaced_in IS NULL", id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<DossierMove> dossier_moves_of(Session& session, DossierId dossier)
{
    return opened_moves(session,
                        facts_where<DossierMove>(
                            session, "v.dossier_id = ? AND v.replaced_in IS NULL ORDER BY v.sent_on, v.id", dossier));
}

std::vector<DossierMove> open_dossier_moves(Session& session)
{
    return opened_moves(
        session,
        facts_where<DossierMove>(session, "v.replaced_in IS NULL AND v.accepted_on IS NULL AND v.taken_back_on IS NULL "
                                          "ORDER BY v.sent_on, v.id"));
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
    insert_version(transaction, sealed_move(transaction, added), by);
    return added.id;
}

Result<void> correct_dossier_move(Transaction& transaction, const DossierMove& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, sealed_move(transaction, corrected), by));
    return {};
}

void insert_dossier_moves(Transaction& transaction, std::span<const DossierMove> moves, AuditNumber by)
{
    std::vector<DossierMove> rows(moves.begin(), moves.end());
    for (auto& row : rows)
        row.note.clear();
    insert_versions<DossierMove>(transaction, rows, by);
}

} // namespace phusa::storage
