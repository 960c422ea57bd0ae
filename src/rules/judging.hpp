#pragma once

#include "base/working_days.hpp"
#include "domain/verdict.hpp"
#include "rules/reading.hpp"
#include "rules/rulebook.hpp"

#include <vector>

namespace phusa
{

// What every theme of the judge works on: the case as read, the rulebooks, and the findings so far. Only for the files
// of rules/ that judge.cpp calls.
class Judging
{
public:
    Judging(const Reading& read, const Rulebooks& books, const WorkingDays& working_days, bool each_act = false)
        : reading(read), rulebooks(books), days(working_days), on_each_act(each_act)
    {
    }

    // A breach, on that act, of the rule as that day's rulebook has it; none where that rulebook does not know it. An
    // act breaks a rule once.
    void report(Rule rule, Matter about, const PlacedAct& act, Date by);
    void report(Rule rule, Matter about, const PlacedAct& act) { report(rule, about, act, act.on()); }
    // All of a set, in the order of the table.
    void report(RuleSet rules, Matter about, const PlacedAct& act);
    // An act that comes before its ground, or whose ground is absent. Once an act; on_each_act: once for every ground.
    void out_of_order(Matter about, const PlacedAct& act, ActKind ground, const PlacedAct* ground_act);
    // Too late, or not done though the day has passed (`act` is nullptr).
    void too_late(Rule rule, Matter about, const PlacedAct* act, Date due, Date clock_start);

    bool knows(Rule rule, Date day) const { return rulebooks.on(day).knows(rule, day); }
    // A rule speaks against the act. A count that does not add up is a slip of the pen: the record is to be corrected.
    bool is_blocked(const PlacedAct& act) const;

    bool is_reported(Rule rule, const PlacedAct& act) const;

    const Reading& reading;
    const Rulebooks& rulebooks;
    const WorkingDays& days;
    const bool on_each_act; // report on every act what a verdict says once, on the first (judge_each_act)
    std::vector<Finding> findings;
};

} // namespace phusa
