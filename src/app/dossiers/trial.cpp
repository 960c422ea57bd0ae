#include "app/dossiers/trial.hpp"

#include "app/dossiers/next_view.hpp"
#include "domain/case_reading.hpp"
#include "rules/explanation.hpp"

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
    auto known = findings_of(app, before, today);
    for (auto& finding : findings_of(app, trial.after, today)) {
        if (stands_in(known, finding))
            continue;
        if (finding.blocks() && !is_failed_vote(trial.after, finding))
            trial.blocks.push_back(std::move(finding));
        else
            trial.warnings.push_back(std::move(finding));
    }
    return trial;
}

void block_on_failed_vote(App& app, Trial& trial, const RecordedAct& act)
{
    bool rests = !act.side && (act.act.kind == ActKind::committee_vote || act.act.kind == ActKind::decision ||
                               act.act.kind == ActKind::ceremony);
    auto about = act.act.kind == ActKind::ceremony ? Matter::admission : act.act.about.value_or(Matter::admission);
    auto vote = latest_act(trial.after.judged.value, ActKind::cell_vote, about, act.act.on);
    if (!rests || !vote || is_carried(trial.after.judged.value.acts[*vote].cell))
        return;
    for (const auto& finding : trial.after.verdict.findings) {
        if (finding.rule != Rule::vote_majority || finding.act != vote)
            continue;
        auto words = explain(finding, trial.after.judged.value, app.today(), app.rulebooks());
        trial.blocks.push_back({.rule = finding.rule,
                                .act = trial.after.judged.acts[*vote],
                                .title = std::string(title_of(finding.rule)),
                                .message = std::move(words.message),
                                .regulation = std::move(words.regulation),
                                .citation = std::move(words.citation)});
    }
}

Problem refusal_of(const std::vector<FindingView>& blocks)
{
    Problem refused{.kind = Problem::Kind::refused, .message = blocks.front().message, .fields = {}};
    for (const auto& block : blocks)
        refused.fields.push_back({std::string(key_of(block.rule)), block.message});
    return refused;
}

} // namespace phusa
