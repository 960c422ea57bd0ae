#include "app/dossiers/trial.hpp"

#include "app/dossiers/next_view.hpp"
#include "domain/case_reading.hpp"
#include "rules/judge.hpp"

#include <algorithm>
#include <optional>

namespace phusa
{

namespace
{

// Which breach a finding is, whatever else stands in the dossier.
struct Breach {
    Rule rule;
    std::optional<RecordedActId> act;
    std::optional<ActKind> ground;
    bool is_ground_there = false;

    friend bool operator==(const Breach&, const Breach&) = default;
};

Breach breach_of(const JudgedDossier& judged, const Finding& finding)
{
    return {.rule = finding.rule,
            .act = finding.act ? std::optional(judged.judged.acts[*finding.act]) : std::nullopt,
            .ground = finding.ground,
            .is_ground_there = finding.ground_act.has_value()};
}

std::vector<Finding> findings_on_each_act(App& app, const JudgedDossier& judged)
{
    return judge_each_act(judged.judged.value, app.today(), *judged.books, app.working_days());
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
    std::vector<Breach> known;
    for (const auto& finding : findings_on_each_act(app, before))
        known.push_back(breach_of(before, finding));
    for (const auto& finding : findings_on_each_act(app, trial.after)) {
        if (std::ranges::find(known, breach_of(trial.after, finding)) != known.end())
            continue;
        auto view = finding_view(trial.after, finding, today);
        bool blocks = view.blocks() && !is_failed_vote(trial.after, view);
        (blocks ? trial.blocks : trial.warnings).push_back(std::move(view));
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
        trial.blocks.push_back(finding_view(trial.after, finding, app.today()));
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
