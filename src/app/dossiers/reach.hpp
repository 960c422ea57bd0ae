#pragma once

#include "app/actor.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/gate.hpp"

#include <optional>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// How somebody reaches one dossier: by a role on its cell, or by what they are to this very person. Nothing means not
// at all: it is answered as if the dossier did not exist.
//
// By relation one sees what the relation needs and records that alone: a helper (of probation; before the ceremony, the
// member who introduced and is assigned to help) the remarks; a school the certificate that is awaited from its course;
// a mass organisation its own introduction, while it is awaited.
struct Reach {
    bool whole = false; // Right::see_dossiers on the cell
    bool as_helper = false;
    bool as_school = false;
    bool as_youth_union = false;
    bool as_trade_union = false;
    std::optional<PersonId> helper = {}; // as_helper: the asker

    bool by_relation() const { return as_helper || as_school || as_youth_union || as_trade_union; }
    bool any() const { return whole || by_relation(); }
};

// What somebody is beside their rights; read once, asked for many dossiers.
struct Relations {
    std::optional<PersonId> person = {}; // whose account it is
    std::vector<RoleGrant> grants = {};  // of today, of the roles that work by relation
};
Relations relations_of(App& app, storage::Session& session, const Actor& actor);

Reach reach_of(const Relations& relations, const Gate& gate, const JudgedDossier& judged);

// Whether the relation alone lets somebody record this now.
bool records_by_relation(const Reach& reach, const JudgedDossier& judged, const RecordedAct& act);

// The acts that the relation is about, as they are first recorded: for forms and tasks.
std::vector<RecordedAct> acts_by_relation(const Reach& reach, const JudgedDossier& judged);

} // namespace phusa
