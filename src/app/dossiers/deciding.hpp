#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/reach.hpp"
#include "app/gate.hpp"
#include "domain/recorded_act.hpp"

namespace phusa
{

// Whether the asker may record this in a dossier of that cell. What the deciding committee does takes a role on that
// very committee: one higher up reaches the subtree, but is not that person's committee.
Result<void> may_record(App& app, const Actor& actor, const Gate& gate, const RecordedAct& act, OrganisationId cell);

// The same where a relation may give what no role does.
Result<void> may_record(App& app, const Actor& actor, const Gate& gate, const Reach& reach, const RecordedAct& act,
                        const JudgedDossier& judged);

// The office of the cell's own deciding committee.
bool decides_for(App& app, const Actor& actor, const Gate& gate, OrganisationId cell);

} // namespace phusa
