#pragma once

#include "domain/dossier.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"

namespace phusa::web::dossiers
{

// The facts of a dossier that the rules ask and the person's own record does not say, as a form shows them.
Fields typed_of(const Dossier& dossier);
// Takes over what was sent of them.
void read_dossier(FormReader& reader, Dossier& dossier);

// The groups of the form: always asked, former membership, special cases.
View dossier_groups(const Fields& typed, const Problem* problem, bool asks_day, Date today);

// What the form showed when it was made, kept in it as hidden fields, so that a change of somebody else is told from
// one's own.
void keep_read(FormView& form, const Dossier& dossier);
Dossier dossier_as_read(const Fields& sent, const Dossier& now);

} // namespace phusa::web::dossiers
