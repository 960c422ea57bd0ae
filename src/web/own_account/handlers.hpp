#pragma once

#include "web/site/site.hpp"

namespace phusa::web::own_account
{

Result<Response> show(Site& site, const Request& request);

Result<Response> password_form(Site& site, const Request& request);
Result<Response> change_password(Site& site, const Request& request);
Result<Response> end_others(Site& site, const Request& request);
Result<Response> choose_theme(Site& site, const Request& request);

// The new token stands on the answer of make_token, once.
Result<Response> make_token(Site& site, const Request& request);
Result<Response> revoke_token(Site& site, const Request& request);

} // namespace phusa::web::own_account
