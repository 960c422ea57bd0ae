#pragma once

#include "app/dossiers/handling.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/sentences.hpp"
#include "app/gate.hpp"

#include <string>
#include <vector>

namespace phusa
{

// "Nghị quyết chi bộ (kết nạp)", "Giấy chứng nhận học lớp đảng viên mới".
std::string title_of(const NextAct& next);

// One finding on this dossier in words; of one on an act, which recorded act it is.
FindingView finding_view(const JudgedDossier& judged, const Finding& finding, Date as_of);
// All of the verdict.
std::vector<FindingView> findings_of(const JudgedDossier& judged, Date as_of);

// What remains, in order, with why not yet and when. `gate` says what the asker may record.
std::vector<NextView> next_of(const Gate& gate, const JudgedDossier& judged, Date as_of);

// How the last day of an act was reckoned: "Chi bộ ra nghị quyết ngày 03/04/2025; 60 ngày làm việc, đến hết ngày
// 30/06/2025." Empty where there is no last day.
std::string reckoning_of(const JudgedDossier& judged, const NextAct& next, Date as_of);

} // namespace phusa
