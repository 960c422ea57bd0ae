#pragma once

#include "app/export.hpp"
#include "web/site/site.hpp"

#include <string_view>

namespace phusa::web::rulebooks
{

inline constexpr std::string_view section = "quy-dinh";

// All regulations, and one with its rules: for everybody who is signed in.
Result<Response> list(Site& site, const Request& request);
Result<TableStream> list_rows(Site& site, const Request& request);
Result<Response> show(Site& site, const Request& request);
Result<TableStream> show_rows(Site& site, const Request& request);

// Setting or confirming a value: the form, whose dossiers change, and the deed. By the provincial commission.
Result<Response> form(Site& site, const Request& request);
Result<Response> preview(Site& site, const Request& request);
Result<TableStream> preview_rows(Site& site, const Request& request);
Result<Response> set(Site& site, const Request& request);
Result<Response> taking_back(Site& site, const Request& request);
Result<Response> take_back(Site& site, const Request& request);

// A new regulation: upload, draft with its impact, adoption, removal.
Result<Response> upload_form(Site& site, const Request& request);
Result<Response> upload(Site& site, const Request& request);
Result<Response> draft(Site& site, const Request& request);
Result<TableStream> draft_rows(Site& site, const Request& request);
Result<Response> adopt(Site& site, const Request& request);
Result<Response> drop(Site& site, const Request& request);
Result<Response> removal(Site& site, const Request& request);
Result<Response> remove(Site& site, const Request& request);

} // namespace phusa::web::rulebooks
