#pragma once

#include "app/dossiers/vote_form.hpp"
#include "domain/recorded_act.hpp"
#include "web/site/form.hpp"

#include <string>
#include <vector>

namespace phusa::web::dossiers
{

// The sheet of one meeting: who is on the roll, or that only figures are known (old papers).
struct VotePaper {
    VoteForm form;
    bool by_figures = false;
};

// A vote as its form shows it: "present-42", "excuse-42" for each member, and the keys of act_fields().
Fields typed_of_vote(const RecordedAct& act);

// Takes over the meeting that was sent. The figures follow from the roll; where there is none they are typed. A roll of
// other people than the form showed is wrong: the day was changed, the roll has to be called again.
void read_vote(FormReader& reader, const Fields& sent, const VotePaper& paper, RecordedAct& act);

// The same without complaining, for reckoning while somebody types.
RecordedAct vote_so_far(const Fields& sent, const VotePaper& paper);

} // namespace phusa::web::dossiers
