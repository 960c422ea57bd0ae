#pragma once

#include "app/scans/filing.hpp"
#include "app/scans/views.hpp"
#include "web/site/site.hpp"

#include <string>

namespace phusa::web::scans
{

// All scans of a dossier, act by act, with its trash; POST files what was sent at one act (`act`, `code`).
Result<Response> list(Site& site, const Request& request);
Result<Response> file(Site& site, const Request& request);
// All of them as one ZIP, named by CV 1361. Takes a reason, as every look.
Result<Response> bundle(Site& site, const Request& request);

// One scan and its versions. Looking (pictures of its pages), taking the file away: each with a reason.
Result<Response> show(Site& site, const Request& request);
Result<Response> look(Site& site, const Request& request);
Result<Response> take(Site& site, const Request& request);
// A better scan of the same paper; into the trash; back from there.
Result<Response> renew(Site& site, const Request& request);
Result<Response> trash(Site& site, const Request& request);
Result<Response> restore(Site& site, const Request& request);

} // namespace phusa::web::scans
