#pragma once

#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/view.hpp"

#include <vector>

namespace phusa
{

// The papers of a dossier by the lists of rules.md 5.1 and 5.2, each with whether it is there on `as_of`. Those of
// recognition follow once the ceremony was held.
std::vector<PaperView> papers_of(const JudgedDossier& judged, Date as_of);

} // namespace phusa
