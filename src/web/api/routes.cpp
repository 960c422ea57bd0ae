#include "web/api/api.hpp"
#include "web/api/doors_of_audit_rounds.hpp"
#include "web/api/doors_of_papers.hpp"
#include "web/api/doors_of_reminders.hpp"
#include "web/api/doors_of_scans.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::api
{

namespace
{

Result<Response> openapi(Site& site, const Request&) { return json(site.api().openapi()); }

} // namespace

void add_routes(Site& site)
{
    add_account_doors(site);
    add_audit_doors(site);
    add_organisation_doors(site);
    add_people_doors(site);
    add_admission_doors(site);
    add_dossier_doors(site);
    add_paper_doors(site);
    add_audit_round_doors(site);
    add_reminder_doors(site);
    add_scan_doors(site);
    add_rulebook_doors(site);
    add_data_quality_doors(site);
    // Says what may be asked, and nothing of what is stored.
    site.get("/api/openapi.json", openapi, Access::open);
}

} // namespace phusa::web::api
