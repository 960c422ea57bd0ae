#pragma once

#include "app/dossiers/acts.hpp"
#include "app/dossiers/list.hpp"
#include "app/dossiers/view.hpp"

#include <string>

namespace phusa::web::api
{

// Dossiers as JSON, the same from the API and from `phusa dossier`.

// {"items":[…],"next":CURSOR|null,"total":N}
std::string json_of(const DossierPage& page);
std::string json_of(const DossierView& view);
// What recording one act brought.
std::string json_of(const ActRecorded& recorded);

} // namespace phusa::web::api
