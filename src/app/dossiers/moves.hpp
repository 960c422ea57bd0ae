#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier_move.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace phusa
{

// Sends a dossier to another cell: by the cell's secretary or the grassroots office of where it is. The stage of the
// move follows from the dossier. One slip at a time.
Result<DossierMoveId> send_dossier(App& app, const Actor& actor, DossierId id, OrganisationId to, Date sent,
                                   const Paper& certificate, std::string_view note);
// By the receiving side. From `on` on the new cell handles the dossier, and the person is followed there; the transfer
// stands among the acts. Clocks go on.
Result<void> accept_move(App& app, const Actor& actor, DossierMoveId id, std::int64_t version, Date on);
// By the sending side, or refused by the receiving one.
Result<void> take_back_move(App& app, const Actor& actor, DossierMoveId id, std::int64_t version, Date on,
                            std::string_view reason);

struct MoveLine {
    DossierMove move = {};
    PersonId person = {};
    std::string person_name = {};
    std::string from_name = {};
    std::string to_name = {};
    int days = 0;            // since it was sent
    bool may_accept = false; // the asker
    bool may_take_back = false;
};
// Slips not accepted yet of which either end lies in the asker's scope, the oldest first.
Result<std::vector<MoveLine>> list_open_moves(App& app, const Actor& actor);

} // namespace phusa
