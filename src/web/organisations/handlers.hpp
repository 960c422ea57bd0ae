#pragma once

#include "app/export.hpp"
#include "app/organisations.hpp"
#include "web/site/site.hpp"

#include <optional>
#include <string>

namespace phusa::web::organisations
{

// The tree as far as it is open, or what a search found; and all units of the view as a table.
Result<Response> tree(Site& site, const Request& request);
Result<TableStream> units(Site& site, const Request& request);
// One unit on a day (`ngay`, today where absent).
Result<Response> show(Site& site, const Request& request);

// A form (GET) and what it does (POST).
Result<Response> new_unit(Site& site, const Request& request);
Result<Response> found_unit(Site& site, const Request& request);
Result<Response> new_name(Site& site, const Request& request);
Result<Response> rename_unit(Site& site, const Request& request);
Result<Response> dissolution(Site& site, const Request& request);
Result<Response> dissolve_unit(Site& site, const Request& request);
Result<Response> new_fact(Site& site, const Request& request);
Result<Response> add_fact(Site& site, const Request& request);
Result<Response> end_fact(Site& site, const Request& request);

std::string path_of(OrganisationId id);
// The same as it stood on a day: "/to-chuc/7?ngay=30/06/2025"; today needs no word.
std::string path_of(OrganisationId id, Date on, Date today);
// The day that a page is asked for in its query, dd/mm/yyyy or ISO; today where absent.
Result<Date> day_asked(Site& site, const Request& request);

} // namespace phusa::web::organisations
