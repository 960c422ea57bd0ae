#include "rules/judge.hpp"

#include "rules/deadlines.hpp"
#include "rules/grounds.hpp"
#include "rules/introductions.hpp"
#include "rules/judging.hpp"
#include "rules/order.hpp"
#include "rules/person_rules.hpp"
#include "rules/plan.hpp"
#include "rules/votes.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace phusa
{

namespace
{

void judge_probation(Judging& judging)
{
    const auto* vote = judging.reading.of(Matter::recognition).cell;
    auto end = probation_end(judging.reading, judging.rulebooks);
    if (vote && end && vote->on() < *end)
        judging.report(Rule::probation_short, Matter::recognition, *vote);
}

// By act, those without one last, then by rule.
auto order_of(const Finding& finding)
{
    return std::tuple(finding.act.value_or(std::numeric_limits<std::uint32_t>::max()), finding.rule, finding.due,
                      finding.about);
}

Outcome outcome_of(const Verdict& verdict, Date as_of)
{
    if (std::ranges::any_of(verdict.findings,
                            [](const Finding& finding) { return finding.severity() == Severity::block; }))
        return Outcome::blocked;
    if (verdict.next.empty())
        return Outcome::clear;
    const auto& next = verdict.next.front();
    bool is_lawful_now = next.earliest && *next.earliest <= as_of && next.blocked_by.empty();
    return is_lawful_now ? Outcome::clear : Outcome::waiting;
}

void judge_all(Judging& judging)
{
    judge_person(judging);
    judge_admission_papers(judging);
    judge_introductions(judging);
    judge_opinions(judging, Matter::admission);
    judge_votes(judging);
    judge_order(judging);
    judge_probation(judging);
    judge_recognition_papers(judging);
    judge_opinions(judging, Matter::recognition);
    judge_deadlines(judging);
}

} // namespace

Verdict judge(const Case& judged, Date as_of, const Rulebooks& books, const WorkingDays& working_days)
{
    Reading reading(judged, as_of);
    Judging judging(reading, books, working_days);
    judge_all(judging);
    Verdict verdict{.outcome = Outcome::clear, .findings = {}, .next = Plan(judging).take()};
    verdict.findings = std::move(judging.findings);
    std::ranges::sort(verdict.findings, {}, order_of);
    verdict.outcome = outcome_of(verdict, as_of);
    return verdict;
}

std::vector<Finding> judge_each_act(const Case& judged, Date as_of, const Rulebooks& books,
                                    const WorkingDays& working_days)
{
    Reading reading(judged, as_of);
    Judging judging(reading, books, working_days, true);
    judge_all(judging);
    std::ranges::sort(judging.findings, {}, order_of);
    return std::move(judging.findings);
}

} // namespace phusa
