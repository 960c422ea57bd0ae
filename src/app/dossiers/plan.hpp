#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/sentences.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"

#include <string>
#include <vector>

namespace phusa
{

// One act on the way to a ceremony: the last day on which it still serves, and the first lawful one.
struct PlannedAct {
    ActKind act = ActKind::application;
    Matter about = Matter::admission;
    std::string title = {};
    std::optional<Date> earliest = {};
    std::optional<Date> latest = {}; // to hold the ceremony on the wished day
    bool too_late = false;           // latest before earliest, or already past
    std::string why = {};            // how `latest` was reckoned
};

struct CeremonyPlan {
    Date ceremony = {};
    std::string occasion = {};         // "Ngày thành lập Đảng 3/2"; empty for any other day
    bool can_be = false;               // every act has a day left
    std::optional<Date> earliest = {}; // the first lawful day of the ceremony at all
    std::vector<PlannedAct> acts = {}; // in their order, the ceremony last; empty where it was held already
};

// The next 3/2, 19/5 and 2/9 from a day on, with their names.
struct Occasion {
    Date on = {};
    std::string title = {};
};
std::vector<Occasion> occasions_after(Date day);

Result<CeremonyPlan> plan_ceremony(App& app, const Actor& actor, DossierId id, Date ceremony);

} // namespace phusa
