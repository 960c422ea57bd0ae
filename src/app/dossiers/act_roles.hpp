#pragma once

#include "app/actor.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/reach.hpp"
#include "app/gate.hpp"

#include <string>
#include <vector>

namespace phusa
{

// Keys of the acts and side acts that the asker may record in this dossier at all, in the order of the procedure. A
// transfer is made by a move and stands not among them.
std::vector<std::string> recordable_acts(App& app, const Actor& actor, const Gate& gate, const Reach& reach,
                                         const JudgedDossier& judged);

} // namespace phusa
