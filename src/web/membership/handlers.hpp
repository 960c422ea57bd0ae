#pragma once

#include "domain/membership.hpp"
#include "web/site/site.hpp"

#include <string>

namespace phusa::web::membership
{

// One admission or one event of the membership that was recorded wrongly: corrected or taken back, with a reason.
// Below the form: which forms count it, and what was taken out of the register since.
Result<Response> admission_form(Site& site, const Request& request);
Result<Response> correct_admission_form(Site& site, const Request& request);
Result<Response> withdraw_admission_form(Site& site, const Request& request);
Result<Response> event_form(Site& site, const Request& request);
Result<Response> correct_event_form(Site& site, const Request& request);
Result<Response> withdraw_event_form(Site& site, const Request& request);
// An admission or an event that was forgotten.
Result<Response> new_admission(Site& site, const Request& request);
Result<Response> add_admission_form(Site& site, const Request& request);
Result<Response> new_event(Site& site, const Request& request);
Result<Response> add_event_form(Site& site, const Request& request);

std::string path_of(AdmissionId id);
std::string path_of(MembershipEventId id);
std::string new_admission_path(PersonId person);

} // namespace phusa::web::membership
