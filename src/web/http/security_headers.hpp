#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace phusa::web
{

// Scripts, styles, images and connections only from this site, nothing inline, no frames, no referrer to others, no
// copies kept by browsers or proxies. What a response has set itself (Cache-Control) stays.
void add_security_headers(const Request& request, Response& response);

} // namespace phusa::web
