#include "app/audit_rounds/risk_marks.hpp"

#include "app/dossiers/papers.hpp"
#include "domain/case_reading.hpp"
#include "rules/audit_risk.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// Against the rules, and not known as a past fact.
int breaches_of(const JudgedDossier& judged)
{
    return static_cast<int>(std::ranges::count_if(judged.verdict.findings, [&](const Finding& finding) {
        if (finding.severity() != Severity::block)
            return false;
        auto act = finding.act ? std::ranges::find(judged.acts, judged.judged.acts[*finding.act], &RecordedAct::id)
                               : judged.acts.end();
        return act == judged.acts.end() || !act->is_past_fact;
    }));
}

int overdue_of(const JudgedDossier& judged)
{
    return static_cast<int>(
        std::ranges::count_if(judged.verdict.findings, [](const Finding& finding) { return finding.due.has_value(); }));
}

// What is missing counts once the step that it serves was done: before that nobody misses it.
bool is_missed(const PaperView& paper, const Case& of, Date as_of)
{
    auto done = [&](ActKind kind) { return latest_act(of, kind, paper.about, as_of).has_value(); };
    return paper.kind < ActKind::cell_vote ? done(ActKind::cell_vote) || done(ActKind::decision)
                                           : done(ActKind::decision);
}

} // namespace

std::vector<RiskMark> risk_marks_of(const JudgedDossier& judged, const storage::ActCorrections& corrections, Date as_of)
{
    const auto& of = judged.judged.value;
    int missing = 0;
    int stale = 0;
    for (const auto& paper : papers_of(judged, as_of)) {
        stale += paper.state == PaperView::State::stale ? 1 : 0;
        missing += paper.state == PaperView::State::missing && is_missed(paper, of, as_of) ? 1 : 0;
    }
    auto moves = std::ranges::count_if(
        judged.acts, [](const RecordedAct& act) { return !act.side && act.act.kind == ActKind::transfer; });
    const RiskMark all[] = {
        {.reason = RiskReason::breach, .count = breaches_of(judged)},
        {.reason = RiskReason::past_fact, .count = judged.past_facts},
        {.reason = RiskReason::corrected_after_decision, .count = corrections.after_decision},
        {.reason = RiskReason::changed_numbers, .count = corrections.numbers},
        {.reason = RiskReason::missing_paper, .count = missing},
        {.reason = RiskReason::stale_paper, .count = stale},
        {.reason = RiskReason::overdue, .count = overdue_of(judged)},
        {.reason = RiskReason::short_interval, .count = short_intervals(of, shipped_audit_rules().intervals, as_of)},
        {.reason = RiskReason::readmission, .count = judged.dossier.readmission ? 1 : 0},
        {.reason = RiskReason::moved, .count = static_cast<int>(moves)},
    };
    std::vector<RiskMark> marks;
    std::ranges::copy_if(all, std::back_inserter(marks), [](const RiskMark& mark) { return mark.count > 0; });
    return marks;
}

} // namespace phusa
