#pragma once

#include "app/dossiers/judged_dossier.hpp"

#include <vector>

namespace phusa
{

// Recorded acts of a kind that count: not cancelled, not set aside by a redo; in the order of days.
std::vector<const RecordedAct*> acts_that_count(const JudgedDossier& judged, ActKind kind);

} // namespace phusa
