#pragma once

#include "app/export.hpp"
#include "app/people.hpp"
#include "web/people/address.hpp"
#include "web/site/site.hpp"

#include <string>

namespace phusa::web::people
{

// The people of a question (address.hpp) as a page, and all of them as a table for files.
Result<Response> list(Site& site, const Request& request);
Result<TableStream> rows(Site& site, const Request& request);

// One person: who, standing, what happened, admissions, earlier versions.
Result<Response> show(Site& site, const Request& request);

// A correction with its reason: the form (GET) and the deed (POST).
Result<Response> new_correction(Site& site, const Request& request);
Result<Response> correct(Site& site, const Request& request);

// Somebody put into the register by hand, at a cell.
Result<Response> new_person(Site& site, const Request& request);
Result<Response> add(Site& site, const Request& request);

// The identity number: asked for with a reason (GET), shown once (POST).
Result<Response> identity_question(Site& site, const Request& request);
Result<Response> identity(Site& site, const Request& request);

// The badge of a standing: plain for those who are not members, so that a list judges nobody.
std::string tone_of(Standing standing);

} // namespace phusa::web::people
