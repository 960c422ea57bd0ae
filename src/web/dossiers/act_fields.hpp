#pragma once

#include "app/dossiers/view.hpp"
#include "web/dossiers/act_forms.hpp"
#include "web/dossiers/act_inputs.hpp"
#include "web/layout/form_view.hpp"

#include <string>

namespace phusa::web::dossiers
{

// What a form has to know of its dossier to offer the right choices.
struct ActSurroundings {
    const DossierView& view;
    const Roster& roster;
    const Fields& typed;
};

// The fields of an act, in the order in which a paper says them.
void add_act_fields(FormView& fields, const ActForm& form, const ActSurroundings& around);
// Those that are seldom needed.
void add_more_fields(FormView& fields);
// Why something that was recorded is changed.
void add_reason(FormView& fields);

// "Được ghi từ 12/03/2026" of what the dossier asks for next; empty where it does not ask for this.
std::string day_hint(const DossierView& view, ActKind kind, std::optional<Matter> about);

} // namespace phusa::web::dossiers
