#pragma once

#include "web/site/site.hpp"

#include <string_view>

namespace phusa::web::kit
{

inline constexpr std::string_view section = "ban-quet";

// Sending a scanned file of many papers; what became of it.
Result<Response> index(Site& site, const Request& request);
Result<Response> send(Site& site, const Request& request);
Result<Response> batch(Site& site, const Request& request);

// The pages that nothing filed: choosing some (POST: `lam` says what for), saying whose they are in steps
// (`trang`, `q`, `ho_so`), filing them.
Result<Response> tray(Site& site, const Request& request);
Result<Response> choose(Site& site, const Request& request);
Result<Response> place(Site& site, const Request& request);
Result<Response> file(Site& site, const Request& request);

// The print run of a unit: its open dossiers to choose from; POST answers the PDF.
Result<Response> print_form(Site& site, const Request& request);
Result<Response> print(Site& site, const Request& request);

} // namespace phusa::web::kit
