#pragma once

#include "app/glance.hpp"
#include "web/site/site.hpp"

namespace phusa::web::first_screen
{

// The asker's unit at a glance, or the one of `don_vi`.
Result<Response> show(Site& site, const Request& request);
// The numbers of that page as one table: for CSV, XLSX and JSON.
Result<TableStream> figures(Site& site, const Request& request);

inline constexpr std::size_t quiet_shown = 10;

// The parts of the page.
View tiles_of(const Glance& glance);
// How many dossiers are being carried there; only for those who may see them.
std::optional<View> dossier_tile(Site& site, const Request& request, OrganisationId unit);
View years_chart(const Glance& glance);
View months_chart(const Glance& glance);
// By occupation, whose rows have long names; then the others.
View first_breakdown(const Glance& glance);
View breakdown_views(const Glance& glance);
View children_table(const Glance& glance);
View quiet_table(const Glance& glance);

} // namespace phusa::web::first_screen
