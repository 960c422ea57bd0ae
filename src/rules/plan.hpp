#pragma once

#include "domain/verdict.hpp"
#include "rules/grounds.hpp"
#include "rules/judging.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace phusa
{

// A day in a plan; nullopt: no day can be lawful.
using PlannedDay = std::optional<Date>;

inline PlannedDay later(PlannedDay left, PlannedDay right)
{
    return left && right ? PlannedDay(std::max(*left, *right)) : std::nullopt;
}

// Writes `next`: what remains, in the order of the procedure, each on the first day that is lawful when everything
// before it happens on its own first day.
//
// An act that is there counts as done, a plan too. It stands in the plan again when it is no longer good: a paper that
// is too old by now, a vote against which a rule speaks while nothing has been decided on it.
class Plan
{
public:
    explicit Plan(const Judging& judging);

    std::vector<NextAct> take() { return std::move(next_); }

private:
    struct Stage {
        Matter matter = Matter::admission;
        bool cell_stands = false; // the votes are there, and no rule speaks against them
        bool committee_stands = false;
        Date start;                // the day of judging, or the day after a redo: what is done earlier is set aside
        std::optional<Date> limit; // the last day for a paper: of the vote that was taken
        PlannedDay vote;           // the cell's vote, taken or planned here
    };

    Stage stage_of(Matter matter) const;
    bool stands(const PlacedAct* vote, bool is_closed) const;
    bool has_paper(const Stage& stage, ActKind kind) const;

    void plan_admission();
    void plan_admission_vote(PaperChain chain);
    void plan_chain(PaperChain chain);
    PlannedDay first_chain_day(PaperChain chain) const;
    PlannedDay may_apply() const;
    void plan_votes(Stage& stage, RuleSet unmet_by_cell);
    void plan_decision(const Stage& stage, PlannedDay after);
    void plan_ceremony();
    void plan_probation();
    void plan_recognition();

    RuleSet unmet_at_application() const;
    RuleSet unmet_at_admission_vote(PaperChain chain) const;
    RuleSet unmet_at_recognition_vote() const;
    RuleSet unmet_by_rest(const Stage& stage, bool with_committee) const;
    RuleSet unmet_by_consents() const;
    Date consented() const;

    // A paper for a vote that was taken can no longer be made, and does not stand in the plan.
    void add_paper(ActKind kind, const Stage& stage, PlannedDay day, RuleSet blocked_by = {});
    NextAct& add(ActKind act, Matter about, PlannedDay earliest, RuleSet blocked_by = {});

    const Judging& judging_;
    const Reading& reading_;
    Date today_; // the day of judging
    std::vector<NextAct> next_;
    Stage admission_;
    Stage recognition_;
    PlannedDay decided_;  // the decision on admission, taken or planned here
    PlannedDay ceremony_; // likewise
};

} // namespace phusa
