#pragma once

#include "web/http/router.hpp"

#include <string>

namespace phusa
{

// Every door of the site, for the test that knocks at all of them with foreign ids.
std::string routes_as_json(const web::Router& router);
std::string routes_as_text(const web::Router& router);

} // namespace phusa
