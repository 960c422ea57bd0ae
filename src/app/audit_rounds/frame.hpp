#pragma once

#include "app/audit_rounds/drawing.hpp"
#include "app/gate.hpp"

// The draw without permission and without writing. For app/ only.
namespace phusa
{

// Name, share and days of the wish; a unit that has cells to check each other.
Result<void> check_wish(const Gate& gate, const AuditWish& wish, Date drawn);

// The dossiers below the unit of which some act lies in the period, judged as of a day, drawn and assigned. Refused
// where there is none, or no second cell.
Result<AuditDraw> drawn_for(App& app, const Gate& gate, const AuditWish& wish, Date as_of);

} // namespace phusa
