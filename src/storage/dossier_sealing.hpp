#pragma once

#include "domain/dossier.hpp"
#include "domain/dossier_move.hpp"
#include "domain/recorded_act.hpp"
#include "storage/database.hpp"

#include <string>
#include <string_view>

// What is personal in a dossier and its acts, as JSON sealed under the person's key, in hex. Empty where there is none.
namespace phusa::storage
{

std::string sealed_of(Transaction& transaction, const Dossier& dossier);
std::string sealed_of(Transaction& transaction, const RecordedAct& act, PersonId person);
// The note of a move, which is all that is personal there; stored in place of the note.
std::string sealed_of(Transaction& transaction, const DossierMove& move, PersonId person);
// Puts it back; leaves the fields empty where the key was destroyed.
void unseal(Session& session, std::string_view sealed, Dossier& dossier);
void unseal(Session& session, std::string_view sealed, PersonId person, RecordedAct& act);
void unseal(Session& session, std::string_view sealed, PersonId person, DossierMove& move);

} // namespace phusa::storage
