#pragma once

#include "app/accounts.hpp"
#include "app/export.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"
#include "web/site/site.hpp"

#include <string>
#include <vector>

namespace phusa::web::accounts
{

Result<Response> list(Site& site, const Request& request);
Result<TableStream> rows(Site& site, const Request& request);
Result<Response> show(Site& site, const Request& request);

Result<Response> new_account(Site& site, const Request& request);
Result<Response> add(Site& site, const Request& request);
Result<Response> new_grant(Site& site, const Request& request);
Result<Response> grant(Site& site, const Request& request);
Result<Response> end(Site& site, const Request& request);
Result<Response> new_password(Site& site, const Request& request);
Result<Response> set_password(Site& site, const Request& request);
Result<Response> person_form(Site& site, const Request& request);
Result<Response> set_person(Site& site, const Request& request);
Result<Response> blocking(Site& site, const Request& request);
Result<Response> block(Site& site, const Request& request);
Result<Response> unblock(Site& site, const Request& request);
Result<Response> revoke(Site& site, const Request& request);

std::string path_of(AccountId id);
std::string in_words(const LinkablePerson& person); // "Nguyễn Thị Mây, sinh 02/1975, Chi bộ …"
std::vector<FormChoice> role_choices(Need need);
// Grants that give something today or later.
std::vector<RoleGrant> live_grants(const Account& account, Date today);

} // namespace phusa::web::accounts
