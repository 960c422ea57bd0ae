#pragma once

#include "base/result.hpp"
#include "domain/dossier_move.hpp"
#include "storage/database.hpp"

#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

std::optional<DossierMove> dossier_move(Session& session, DossierMoveId id);
std::vector<DossierMove> dossier_moves_of(Session& session, DossierId dossier);
// Neither accepted nor taken back, the oldest first.
std::vector<DossierMove> open_dossier_moves(Session& session);

DossierMoveId add_dossier_move(Transaction& transaction, const DossierMove& move, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_dossier_move(Transaction& transaction, const DossierMove& corrected, AuditNumber by);
// Unchecked, quick, with ids, without notes, since those are sealed: for the demo.
DossierMoveId allocate_dossier_moves(Transaction& transaction, std::int64_t count = 1);
void insert_dossier_moves(Transaction& transaction, std::span<const DossierMove> moves, AuditNumber by);

} // namespace phusa::storage
