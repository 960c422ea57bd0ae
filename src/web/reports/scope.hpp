#pragma once

#include "app/story.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"
#include "web/site/site.hpp"

#include <optional>

// Unit, period and structure as the form of every report asks for them; asked_of reads them.
namespace phusa::web::reports
{

// What an answer was about, to stand in the form again.
struct ScopeShown {
    OrganisationId unit;
    Period period;
    Date structure;
};
// `shown` absent: there is no answer, the form shows what was typed.
void add_scope_fields(FormView& form, Site& site, const Request& request, const std::optional<ScopeShown>& shown);

} // namespace phusa::web::reports
