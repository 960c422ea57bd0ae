#include "rules/plan.hpp"

#include "rules/deadlines.hpp"
#include "rules/person_rules.hpp"
#include "rules/votes.hpp"

namespace phusa
{

namespace
{

std::optional<Date> due_of(std::optional<Deadline> deadline)
{
    return deadline ? std::optional(deadline->due) : std::nullopt;
}

} // namespace

Plan::Plan(const Judging& judging) : judging_(judging), reading_(judging.reading), today_(judging.reading.as_of())
{
    if (reading_.removed_on())
        return;
    next_.reserve(20);
    admission_ = stage_of(Matter::admission);
    recognition_ = stage_of(Matter::recognition);
    plan_admission();
    plan_ceremony();
    plan_probation();
    plan_recognition();
}

NextAct& Plan::add(ActKind act, Matter about, PlannedDay earliest, RuleSet blocked_by)
{
    return next_.emplace_back(
        NextAct{.act = act, .about = about, .earliest = earliest, .latest = {}, .blocked_by = blocked_by});
}

void Plan::add_paper(ActKind kind, const Stage& stage, PlannedDay day, RuleSet blocked_by)
{
    if (!day || !stage.limit || *day <= *stage.limit)
        add(kind, stage.matter, day, blocked_by);
}

// A vote that failed never stands. One against which another rule speaks stands once the procedure has gone on: what
// can be done about it then is a redo, not another vote.
bool Plan::stands(const PlacedAct* vote, bool is_closed) const
{
    if (!vote || !has_passed(vote, judging_.rulebooks))
        return false;
    return is_closed || reading_.is_plan(*vote) || !judging_.is_blocked(*vote);
}

Plan::Stage Plan::stage_of(Matter matter) const
{
    const auto& acts = reading_.of(matter);
    Stage stage{.matter = matter, .start = today_, .limit = {}, .vote = {}};
    if (auto redone = reading_.redone_on(matter))
        stage.start = std::max(today_, redone->plus_days(1));
    bool is_closed = acts.decision || (matter == Matter::admission && reading_.ceremony());
    stage.cell_stands = stands(acts.cell, is_closed);
    const auto* committee = acts.committee();
    stage.committee_stands = committee && (!acts.proposing || stands(acts.proposing, is_closed)) &&
                             (!acts.deciding || stands(acts.deciding, is_closed)) &&
                             (stage.cell_stands || is_closed || reading_.is_plan(*committee));
    if (stage.cell_stands)
        stage.vote = stage.limit = acts.cell->on();
    return stage;
}

// What the votes and the decision leave unmet for an act that rests on them.
RuleSet Plan::unmet_by_rest(const Stage& stage, bool with_committee) const
{
    const auto& acts = reading_.of(stage.matter);
    RuleSet unmet;
    if (!acts.cell || (with_committee && !reading_.in_grassroots_cell() && !acts.committee()))
        unmet.add(Rule::chronology);
    bool cell_failed = acts.cell && !has_passed(acts.cell, judging_.rulebooks);
    if (with_committee ? has_failed(acts, judging_.rulebooks) : cell_failed)
        unmet.add(Rule::vote_majority);
    return unmet;
}

void Plan::plan_votes(Stage& stage, RuleSet unmet_by_cell)
{
    const auto& acts = reading_.of(stage.matter);
    if (!stage.cell_stands) {
        auto& cell = add(ActKind::cell_vote, stage.matter, stage.vote, unmet_by_cell);
        if (stage.matter == Matter::recognition)
            cell.latest = due_of(recognition_deadline(judging_));
    }
    auto voted = stage.vote;
    if (stage.committee_stands) {
        voted = later(voted, acts.committee()->on());
    } else if (!reading_.in_grassroots_cell() || acts.committee()) {
        voted = later(stage.start, voted);
        add(ActKind::committee_vote, stage.matter, voted, unmet_by_rest(stage, false));
    }
    plan_decision(stage, voted);
}

void Plan::plan_decision(const Stage& stage, PlannedDay after)
{
    const auto& acts = reading_.of(stage.matter);
    bool is_admission = stage.matter == Matter::admission;
    PlannedDay decided = acts.decision ? PlannedDay(acts.decision->on()) : later(stage.start, after);
    if (!acts.decision) {
        auto unmet = unmet_by_rest(stage, true);
        if (is_admission) {
            decided = later(decided, consented());
            unmet.add(unmet_by_consents());
        }
        auto& decision = add(ActKind::decision, stage.matter, decided, unmet);
        if (!has_failed(acts, judging_.rulebooks))
            decision.latest = due_of(decision_deadline(judging_, stage.matter));
    }
    if (is_admission)
        decided_ = decided;
}

void Plan::plan_ceremony()
{
    if (const auto* ceremony = reading_.ceremony()) {
        ceremony_ = ceremony->on();
        return;
    }
    RuleSet unmet;
    if (!reading_.of(Matter::admission).decision)
        unmet.add(Rule::chronology);
    else if (has_failed(reading_.of(Matter::admission), judging_.rulebooks))
        unmet.add(Rule::vote_majority);
    ceremony_ = later(today_, decided_);
    add(ActKind::ceremony, Matter::admission, ceremony_, unmet).latest = due_of(ceremony_deadline(judging_));
}

// Consents are no acts of the plan: one that is lacking can be given on any day, one that is planned is waited for.
Date Plan::consented() const
{
    auto day = today_;
    auto needed = needed_consents(reading_.person(), admission_.vote, today_, judging_.rulebooks);
    for (const auto& consent : needed) {
        std::optional<Date> given;
        for (const auto& act : reading_.acts())
            if (!given && act.kind() == ActKind::consent && act.act->consent == consent.kind)
                given = act.on();
        day = std::max(day, given.value_or(today_));
    }
    return day;
}

RuleSet Plan::unmet_by_consents() const
{
    const auto* vote = reading_.of(Matter::admission).cell;
    RuleSet unmet;
    for (const auto& consent :
         needed_consents(reading_.person(), vote ? vote->on() : today_, today_, judging_.rulebooks))
        if (!has_consent(reading_, consent.kind, std::nullopt))
            unmet.add(consent.rule);
    return unmet;
}

} // namespace phusa
