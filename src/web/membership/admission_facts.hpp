#pragma once

#include "domain/membership.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"

namespace phusa::web::membership
{

// The facts of an admission (Biểu 2-BTCTW) in a form, and as they were typed.
void add_facts(FormView& form, const Admission& admission);
Admission read_facts(FormReader& form, Admission admission);

} // namespace phusa::web::membership
