#pragma once

#include "app/dossiers/vote_form.hpp"
#include "domain/recorded_act.hpp"
#include "web/dossiers/act_forms.hpp"
#include "web/site/form.hpp"

#include <span>
#include <vector>

namespace phusa::web::dossiers
{

// Who may introduce or help: the official members of the cell.
using Roster = std::vector<VoteForm::Member>;

// An act as its form shows it: the names of the fields are the keys of act_fields().
Fields typed_of(const RecordedAct& act, const ActForm& form);

// Takes over what was sent of the fields of this form, and of nothing else. Whoever is chosen from `roster` is an
// official member; of anybody else the form says so.
void read_act(FormReader& reader, const ActForm& form, const Roster& roster, RecordedAct& act);

} // namespace phusa::web::dossiers
