#include "rules/judging.hpp"

#include <algorithm>

namespace phusa
{

void Judging::report(Rule rule, Matter about, const PlacedAct& act, Date by)
{
    auto place = rulebooks.place_on(by);
    if (!rulebooks[place].knows(rule, by) || is_reported(rule, act))
        return;
    findings.push_back({.rule = rule, .about = about, .rulebook = static_cast<std::uint8_t>(place), .act = act.index});
}

void Judging::report(RuleSet rules, Matter about, const PlacedAct& act)
{
    if (rules.empty())
        return;
    for (auto rule : rules.rules())
        report(rule, about, act);
}

void Judging::out_of_order(Matter about, const PlacedAct& act, ActKind ground, const PlacedAct* ground_act)
{
    if (is_reported(Rule::chronology, act) || !knows(Rule::chronology, act.on()))
        return;
    report(Rule::chronology, about, act);
    findings.back().ground = ground;
    if (ground_act)
        findings.back().ground_act = ground_act->index;
}

void Judging::too_late(Rule rule, Matter about, const PlacedAct* act, Date due, Date clock_start)
{
    findings.push_back({.rule = rule,
                        .about = about,
                        .rulebook = static_cast<std::uint8_t>(rulebooks.place_on(clock_start)),
                        .due = due});
    if (act)
        findings.back().act = act->index;
}

bool Judging::is_reported(Rule rule, const PlacedAct& act) const
{
    return std::ranges::any_of(
        findings, [&](const Finding& finding) { return finding.rule == rule && finding.act == act.index; });
}

bool Judging::is_blocked(const PlacedAct& act) const
{
    return std::ranges::any_of(findings, [&act](const Finding& finding) {
        return finding.act == act.index && finding.severity() == Severity::block &&
               finding.rule != Rule::vote_arithmetic;
    });
}

} // namespace phusa
