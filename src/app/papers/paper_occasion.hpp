#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/gate.hpp"
#include "app/papers/paper_book.hpp"

#include <optional>

namespace phusa
{

namespace storage
{
class Session;
}

// What a paper is made of: an act of the dossier, what befell the member, or neither where it is made before the deed.
struct PaperOccasion {
    const RecordedAct* act = nullptr;
    std::optional<MembershipEvent> event = {};
};

// The stage that an act of the dossier serves; of a cancellation and a remedy, that of the decision they concern.
Matter matter_in(const JudgedDossier& judged, const RecordedAct& act);
// The act that a cancellation or a remedy concerns.
const RecordedAct* concerned_by(const JudgedDossier& judged, const RecordedAct& act);

// Whether the form is for such a dossier at all.
bool is_for(const PaperForm& form, const JudgedDossier& judged);
// Whether the paper goes with the act.
bool goes_with(const PaperForm& form, const JudgedDossier& judged, const RecordedAct& act);
// The latest event that the form goes with.
std::optional<MembershipEvent> event_for(storage::Session& session, const PaperForm& form, PersonId person);
// Whether it makes sense before its act is recorded: not what only ever follows from a deed.
bool precedes_its_act(const PaperForm& form);

// Whoever may record the act may make its paper; where a committee issues it, whoever works for that committee.
Result<void> may_make(App& app, const Actor& actor, const Gate& gate, const JudgedDossier& judged,
                      const PaperForm& form);

} // namespace phusa
