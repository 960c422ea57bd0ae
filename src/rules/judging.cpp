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
    bool is_said = std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.rule == Rule::chronology && finding.act == act.index &&
               (!on_each_act || finding.ground == ground);
    });
    if (is_said || !knows(Rule::chronology, act.on()))
        return;
    findings.push_back({.rule = Rule::chronology,
                        .about = about,
                        .rulebook = static_cast<std::uint8_t>(rulebooks.place_on(act.on())),
                        .ground = ground,
                        .act = act.index});
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
