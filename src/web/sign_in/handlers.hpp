#pragma once

#include "web/site/site.hpp"

namespace phusa::web::sign_in
{

Result<Response> ask(Site& site, const Request& request);
Result<Response> enter(Site& site, const Request& request);
Result<Response> leave(Site& site, const Request& request);

// The one-time link with which the first administrator is made.
Result<Response> first_form(Site& site, const Request& request);
Result<Response> make_first(Site& site, const Request& request);

// Puts a session into the browser, and ends the one that it had.
void keep(Site& site, Response& response, const Request& request, const OpenedSession& opened);

} // namespace phusa::web::sign_in
