#pragma once

#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// As it stands now, with what is sealed (nothing of it where the person's key was destroyed).
std::optional<Dossier> dossier(Session& session, DossierId id);
// Whom it is about; never changes. Opens nothing.
std::optional<PersonId> person_of(Session& session, DossierId id);
// By the day on which they were opened.
std::vector<Dossier> dossiers_of(Session& session, PersonId person);
// All that stand, by id; regimes and the note of the closing are left out, since they are sealed.
std::vector<Dossier> all_dossiers(Session& session);
// Of those only the ones about that person.
std::vector<Dossier> listed_dossiers_of(Session& session, PersonId person);
// The next `count` after a number, by number, with what is sealed; fewer at the end.
std::vector<Dossier> dossiers_after(Session& session, DossierId last, std::size_t count);
std::vector<Recorded<Dossier>> dossier_history(Session& session, DossierId id);

DossierId allocate_dossiers(Transaction& transaction, std::int64_t count = 1);
// Takes dossier.id, or a new number where it is 0.
DossierId add_dossier(Transaction& transaction, const Dossier& dossier, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_dossier(Transaction& transaction, const Dossier& corrected, AuditNumber by);
// Many at once, with ids; unchecked.
void add_dossiers(Transaction& transaction, std::span<const Dossier> dossiers, AuditNumber by);
// Unchecked, quick, with ids, without what is sealed: for the demo.
void insert_dossiers(Transaction& transaction, std::span<const Dossier> dossiers, AuditNumber by);

} // namespace phusa::storage
