#pragma once

#include "app/dossiers/acts.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/dossiers/sentences.hpp"

#include <vector>

namespace phusa
{

// What an act, or a change of one, brings into a dossier: the findings that were not there before.
struct Trial {
    JudgedDossier after;
    std::vector<FindingView> blocks;
    std::vector<FindingView> warnings;
};

// `before` with `acts` in place of its own. A finding is new when there was none of the same rule, for want of the same
// ground, on the same recorded act; on acts of the same dossier that stood before, too: a changed day can break what
// rests on it. Every act is asked for itself (judge_each_act): an earlier one that breaks the same rule covers nothing.
Trial try_acts(App& app, const JudgedDossier& before, std::vector<RecordedAct> acts);

// Adds what stops an act that rests on a vote which did not carry, though the finding stands on the vote.
void block_on_failed_vote(App& app, Trial& trial, const RecordedAct& act);

// The refusal: the first sentence as message, one field for each rule.
Problem refusal_of(const std::vector<FindingView>& blocks);

} // namespace phusa
