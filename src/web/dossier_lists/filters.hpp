#pragma once

#include "web/dossier_lists/address.hpp"
#include "web/site/site.hpp"

namespace phusa::web::dossier_lists
{

// layout/filter_bar above the pipeline. With `problem` the query was not understood; what was typed stays in its
// fields.
View filter_bar(Site& site, const Request& request, const AskedDossiers& asked, const std::string& found,
                const Problem* problem);

} // namespace phusa::web::dossier_lists
