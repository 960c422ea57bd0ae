#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/tasks.hpp"
#include "domain/organisation_tree.hpp"

#include <optional>
#include <vector>

namespace phusa
{

class Gate;

// What sampling audits leave for the asker to do: drawn dossiers to check, faults to correct, corrections of others to
// confirm. `asked`: of cells there alone, the checking one or the dossier's. For app/ only.
std::vector<Task> audit_tasks(App& app, const Actor& actor, const Gate& gate,
                              const std::optional<OrganisationTree::Range>& asked);

} // namespace phusa
