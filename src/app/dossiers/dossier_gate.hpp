#pragma once

#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/reach.hpp"
#include "app/gate.hpp"
#include "base/result.hpp"

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// A dossier that the asker has this right on, with its person; not_found where it is outside their scope. Every call by
// a dossier's id begins here.
struct SeenDossier {
    Dossier dossier;
    Person person;
};
Result<SeenDossier> dossier_behind_gate(storage::Session& session, const Gate& gate, Right right, DossierId id);

// The same with all its acts, sealed fields read, judged.
Result<JudgedDossier> judged_behind_gate(App& app, storage::Session& session, const Gate& gate, Right right,
                                         DossierId id, Date as_of);

// The same for whoever reaches it at all, by a role or by relation: what they see and record is for the caller to keep
// to `reach`.
struct ReachedDossier {
    JudgedDossier judged;
    Reach reach;
};
Result<ReachedDossier> reached_behind_gate(App& app, storage::Session& session, const Actor& actor, const Gate& gate,
                                           DossierId id, Date as_of);

// Changes with every version of the dossier or one of its acts.
std::int64_t revision_of(const JudgedDossier& judged);

} // namespace phusa
