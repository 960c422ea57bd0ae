#pragma once

#include "app/dossiers/list.hpp"
#include "app/export.hpp"
#include "web/site/site.hpp"

namespace phusa::web::dossier_lists
{

// `/`: to what the asker has to do, else to the first page of the navigation that is theirs.
Result<Response> home(Site& site, const Request& request);

// Việc cần làm: what is due for exactly the asker, the gravest first.
Result<Response> tasks(Site& site, const Request& request);
Result<TableStream> task_rows(Site& site, const Request& request);

// The pipeline (address.hpp), as a board or as a list.
Result<Response> pipeline(Site& site, const Request& request);
Result<TableStream> pipeline_rows(Site& site, const Request& request);

// Members on probation: when it ends, what is there for the recognition, what is missing.
Result<Response> probation(Site& site, const Request& request);
Result<TableStream> probation_rows(Site& site, const Request& request);

// Register of decisions, the newest first.
Result<Response> decisions(Site& site, const Request& request);
Result<TableStream> decision_rows(Site& site, const Request& request);

// Slips on their way; a slip is accepted or taken back on a page of its own.
Result<Response> moves(Site& site, const Request& request);
Result<TableStream> move_rows(Site& site, const Request& request);
Result<Response> acceptance(Site& site, const Request& request);
Result<Response> accept(Site& site, const Request& request);
Result<Response> return_form(Site& site, const Request& request);
Result<Response> take_back(Site& site, const Request& request);

} // namespace phusa::web::dossier_lists
