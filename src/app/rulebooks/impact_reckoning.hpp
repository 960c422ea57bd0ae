#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/gate.hpp"
#include "app/rulebooks/impact.hpp"
#include "rules/rulebook.hpp"

namespace phusa
{

// What is compared: all dossiers within the asker's scope, judged by `before` and by `after` on one day.
struct RulebookChange {
    const Rulebooks& before; // those in use
    const Rulebooks& after;
    Date as_of;
    bool open_only = false;
};

// Whose findings, dates and papers differ. Reads the register as it stands; writes nothing.
Result<RuleImpacts> impacts_of(App& app, const Gate& gate, const RulebookChange& change, const RuleImpactPage& page);
// All of them as rows of a Table; recorded in the audit log, for names go out.
Result<TableStream> export_impacts(App& app, const Actor& actor, const RulebookChange& change, std::string title);

} // namespace phusa
