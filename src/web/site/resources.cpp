#include "web/site/resources.hpp"

#include "web/site/site.hpp"

namespace phusa::web
{

void add_all_routes(Site& site)
{
    sign_in::add_routes(site);
    organisations::add_routes(site);
    people::add_routes(site);
    search::add_routes(site);
    dossier_lists::add_routes(site);
    dossiers::add_routes(site);
    first_screen::add_routes(site);
    reports::add_routes(site);
    forms::add_routes(site);
    rulebooks::add_routes(site);
    saved_views::add_routes(site);
    imports::add_routes(site);
    paper_forms::add_routes(site);
    scans::add_routes(site);
    kit::add_routes(site);
    membership::add_routes(site);
    quality::add_routes(site);
    audit_rounds::add_routes(site);
    own_account::add_routes(site);
    reminders::add_routes(site);
    accounts::add_routes(site);
    audit_log::add_routes(site);
    style_guide::add_routes(site);
    api::add_routes(site);
}

} // namespace phusa::web
