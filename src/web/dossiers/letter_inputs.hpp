#pragma once

#include "domain/recorded_act.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"

#include <vector>

namespace phusa::web::dossiers
{

// Letters of a verification in a form: numbered rows of fields, "relation-0", "name-0", "asked-0", "sent-0",
// "answered-0", "left_out-0". A row in which only the relation is chosen says nothing.
void add_letters(Fields& fields, const std::vector<VerificationLetter>& letters);
std::vector<VerificationLetter> read_letters(FormReader& reader);

// The rows as dossiers/letters shows them: those that say something, the usual ones before anything was typed, and
// empty ones for more people, folded away.
View letters_view(const Fields& typed, const Problem* problem);

} // namespace phusa::web::dossiers
