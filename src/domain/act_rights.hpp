#pragma once

#include "domain/account.hpp"
#include "domain/recorded_act.hpp"

namespace phusa
{

// The right that recording an act takes, at the cell that handles the dossier (rules.md 4.1: who does which step).
Right right_to_record(ActKind kind);
Right right_to_record(SideAct act);
Right right_to_record(const RecordedAct& act);

} // namespace phusa
