#include "web/dossiers/confirm_page.hpp"

#include "web/dossiers/act_page.hpp"
#include "web/dossiers/findings.hpp"

namespace phusa::web::dossiers
{

Response confirm_page(Site& site, const Request& request, const DossierView& view, const Confirming& about,
                      const FormView& form, const Problem* problem)
{
    View::List consequences;
    for (const auto& each : about.consequences)
        consequences.push_back(View(each));
    View content;
    content.set("confirm", form.view()
                               .set("heading", about.heading)
                               .set("has_consequences", !consequences.empty())
                               .set("consequences", View(std::move(consequences)))
                               .set("confirm_label", about.confirm_label)
                               .set("cancel_href", about.cancel_href)
                               .set("dangerous", about.dangerous));
    return dossier_page(site, request, view, "dossiers/confirm", about.heading, std::move(content), problem);
}

} // namespace phusa::web::dossiers
