#pragma once

#include "app/dossiers/judged_dossier.hpp"
#include "app/gate.hpp"

#include <string>
#include <vector>

namespace phusa
{

// Keys of the acts and side acts that the asker may record in this dossier at all, in the order of the procedure. A
// transfer is made by a move and stands not among them.
std::vector<std::string> recordable_acts(const Gate& gate, const JudgedDossier& judged);

// Whether the asker may record something against a block, as a past fact.
bool may_record_past_facts(const Gate& gate, const Dossier& dossier);

} // namespace phusa
