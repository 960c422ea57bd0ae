#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/registers.hpp"
#include "app/dossiers/tasks.hpp"
#include "app/export.hpp"
#include "base/result.hpp"

#include <optional>

namespace phusa
{

// The lists about dossiers as rows of a Table for CSV, XLSX and JSON, whole: where the page stands (`first`, `rows`)
// has no effect. Totals equal those of the lists. Names leave the system with them, so each is recorded in the audit
// log.
Result<TableStream> export_tasks(App& app, const Actor& actor, const TaskQuestion& question);
Result<TableStream> export_probation(App& app, const Actor& actor, std::optional<OrganisationId> organisation);
Result<TableStream> export_decisions(App& app, const Actor& actor, const DecisionQuestion& question);
Result<TableStream> export_open_moves(App& app, const Actor& actor);

} // namespace phusa
