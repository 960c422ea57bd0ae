#pragma once

#include "base/date.hpp"
#include "base/working_days.hpp"
#include "domain/case.hpp"
#include "domain/verdict.hpp"
#include "rules/rulebook.hpp"

#include <vector>

namespace phusa
{

// What the rules say of one case on one day (DESIGN §6, "judge"; docs/judge.md says how it is read).
//
// Pure: the same values give the same verdict. The order of the acts changes only the indices in the findings. Every
// vote, appraisal, decision and extension of the case says what it is about.
Verdict judge(const Case& judged, Date as_of, const Rulebooks& books, const WorkingDays& working_days);

// The findings of the same, and beside them what a verdict leaves out because it says a thing once: a breach of order
// on every act whose own ground is absent, not on the first one only; on one act against each of its grounds; the wait
// on every application. Whoever adds an act must not slip through behind one that broke the same rule before.
std::vector<Finding> judge_each_act(const Case& judged, Date as_of, const Rulebooks& books,
                                    const WorkingDays& working_days);

} // namespace phusa
