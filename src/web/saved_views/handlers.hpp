#pragma once

#include "app/export.hpp"
#include "web/site/site.hpp"

namespace phusa::web::saved_views
{

Result<Response> list(Site& site, const Request& request);
Result<TableStream> rows(Site& site, const Request& request);
Result<Response> save(Site& site, const Request& request);
Result<Response> edit(Site& site, const Request& request);
Result<Response> change(Site& site, const Request& request);
Result<Response> confirm_delete(Site& site, const Request& request);
Result<Response> erase(Site& site, const Request& request);

} // namespace phusa::web::saved_views
