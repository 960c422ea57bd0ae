#include "app/gate.hpp"
#include "web/dossier_lists/handlers.hpp"

namespace phusa::web::dossier_lists
{

namespace
{

// Who carries dossiers, and so begins with what has to be done.
bool works_on_dossiers(const Actor& actor)
{
    for (const auto& grant : actor.grants)
        if (grant.role == Role::cell_secretary || grant.role == Role::grassroots_office ||
            grant.role == Role::deciding_office)
            return true;
    return false;
}

} // namespace

Result<Response> home(Site& site, const Request& request)
{
    const auto& actor = asking(request);
    if (works_on_dossiers(actor) && may_anywhere(site.app(), actor, Right::see_people))
        return redirect_to("/viec-can-lam");
    for (const auto& section : site.sections())
        if (section.key != "viec-can-lam" && section.right && may_anywhere(site.app(), actor, *section.right))
            return redirect_to(section.path);
    return redirect_to("/ca-nhan");
}

} // namespace phusa::web::dossier_lists
