#pragma once

#include "web/http/request.hpp"

#include <string>
#include <string_view>

namespace phusa::web
{

// Another site must not be able to send a form of ours in a signed-in person's name.
//
// A page carries the session's secret, masked anew each time (so that compressed pages do not give it away), in the
// form field `csrf` or the header X-CSRF-Token.
std::string csrf_token(std::string_view secret);

// Whether a request that changes something comes from our own page: right token, and not from elsewhere by what the
// browser says. Always true for GET, HEAD and OPTIONS, which change nothing.
bool csrf_ok(const Request& request, std::string_view secret);

// What the browser says: Sec-Fetch-Site and Origin, where it sends them, name this site.
bool is_same_origin(const Request& request);

} // namespace phusa::web
