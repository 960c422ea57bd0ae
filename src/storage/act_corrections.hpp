#pragma once

#include "domain/dossier.hpp"
#include "domain/validity.hpp"
#include "storage/database.hpp"

#include <unordered_map>

namespace phusa::storage
{

// How often what was recorded of a dossier's acts was changed afterwards.
struct ActCorrections {
    int after_decision = 0; // corrected or withdrawn after a decision had been recorded
    int numbers = 0;        // the votes of an act, or the number of its paper where it had one, became others
};
// Only dossiers in which there is any.
std::unordered_map<DossierId, ActCorrections> act_corrections(Session& session);

} // namespace phusa::storage
