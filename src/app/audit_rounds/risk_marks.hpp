#pragma once

#include "app/dossiers/judged_dossier.hpp"
#include "domain/audit_risk.hpp"
#include "storage/act_corrections.hpp"

#include <vector>

namespace phusa
{

// Why this dossier is more likely to be drawn, in the order of all_risk_reasons().
std::vector<RiskMark> risk_marks_of(const JudgedDossier& judged, const storage::ActCorrections& corrections,
                                    Date as_of);

} // namespace phusa
