#pragma once

#include "app/dossiers/view.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/site.hpp"

#include <string>
#include <vector>

namespace phusa::web::dossiers
{

// What is said before something grave is done.
struct Confirming {
    std::string heading;
    std::vector<std::string> consequences;
    std::string confirm_label;
    std::string cancel_href;
    bool dangerous = false;
};

// The page that asks once more, with `form` for day, paper and reason.
Response confirm_page(Site& site, const Request& request, const DossierView& view, const Confirming& about,
                      const FormView& form, const Problem* problem);

} // namespace phusa::web::dossiers
