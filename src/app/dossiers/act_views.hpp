#pragma once

#include "app/actor.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/view.hpp"
#include "app/gate.hpp"

#include <vector>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// The acts of a dossier as pages show them, each with its life: who recorded it, what it said before.
struct ActViews {
    std::vector<ActView> standing;  // newest first
    std::vector<ActView> withdrawn; // newest first
};

// `findings` are those of the whole dossier; each stands with its act as well.
ActViews act_views(App& app, const Actor& actor, storage::Session& session, const Gate& gate,
                   const JudgedDossier& judged, const std::vector<FindingView>& findings);

} // namespace phusa
