#pragma once

#include "app/dossiers/view.hpp"
#include "web/dossiers/act_inputs.hpp"
#include "web/site/site.hpp"

#include <string_view>

// What the doors of one dossier read from their address.
namespace phusa::web::dossiers
{

// The dossier of the address, as of today.
Result<DossierView> asked_dossier(Site& site, const Request& request);
// One of its acts that stand, the newest version.
Result<const ActView*> asked_act(const DossierView& view, const Request& request);

bool may_record(const DossierView& view, std::string_view key);
// The form in which the asker records that: a mass organisation its own introduction.
std::string path_to_record(const DossierView& view, ActKind act, Matter about);
// Whether the asker may change the dossier itself: its facts, closing, sending.
bool may_change(Site& site, const Request& request, const DossierView& view);
Result<void> pass_change(Site& site, const Request& request, const DossierView& view);

// Official members of its cell on a day; nobody where the cell did not stand then. For a helper, themselves.
Roster roster_of(Site& site, const Request& request, const DossierView& view, Date on);

} // namespace phusa::web::dossiers
