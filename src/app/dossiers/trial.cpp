#include "app/dossiers/trial.hpp"

#include "app/dossiers/next_view.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool stands_in(const std::vector<FindingView>& findings, const FindingView& finding)
{
    return std::ranges::any_of(
        findings, [&](const FindingView& each) { return each.rule == finding.rule && each.act == finding.act; });
}

// A failed vote is a fact of its own; what rests on it is stopped, not the vote.
bool is_failed_vote(const JudgedDossier& judged, const FindingView& finding)
{
    if (finding.rule != Rule::vote_majority || !finding.act)
        return false;
    auto act = std::ranges::find(judged.acts, *finding.act, &RecordedAct::id);
    return act != judged.acts.end() &&
           (act->act.kind == ActKind::cell_vote || act->act.kind == ActKind::committee_vote);
}

} // namespace

Trial try_acts(App& app, const JudgedDossier& before, std::vector<RecordedAct> acts)
{
    auto today = app.today();
    Trial trial{.after = judge_dossier(app, before.dossier, before.person, std::move(acts), today),
                .blocks = {},
                .warnings = {}};
    auto known = findings_of(before, today);
    for (auto& finding : findings_of(trial.after, today)) {
        if (stands_in(known, finding))
            continue;
        if (finding.blocks() && !is_failed_vote(trial.after, finding))
            trial.blocks.push_back(std::move(finding));
        else
            trial.warnings.push_back(std::move(finding));
    }
    return trial;
}

Problem refusal_of(const std::vector<FindingView>& blocks)
{
    Problem refused{.kind = Problem::Kind::refused, .message = blocks.front().message, .fields = {}};
    for (const auto& block : blocks)
        refused.fields.push_back({std::string(key_of(block.rule)), block.message});
    return refused;
}

} // namespace phusa
