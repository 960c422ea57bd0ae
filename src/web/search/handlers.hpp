#pragma once

#include "web/site/site.hpp"

namespace phusa::web::search
{

// Units and people together whose names have the words of `q`, as a page and for the palette.
Result<Response> page(Site& site, const Request& request);
Result<Response> json(Site& site, const Request& request);

} // namespace phusa::web::search
