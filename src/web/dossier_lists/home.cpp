#include "app/dossiers/tasks.hpp"
#include "app/gate.hpp"
#include "web/dossier_lists/handlers.hpp"

namespace phusa::web::dossier_lists
{

Result<Response> home(Site& site, const Request& request)
{
    const auto& actor = asking(request);
    if (has_dossier_work(site.app(), actor))
        return redirect_to("/viec-can-lam");
    for (const auto& section : site.sections())
        if (section.right && may_anywhere(site.app(), actor, *section.right))
            return redirect_to(section.path);
    return redirect_to("/ca-nhan");
}

} // namespace phusa::web::dossier_lists
