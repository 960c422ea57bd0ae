#include "rules/deadlines.hpp"

#include "rules/grounds.hpp"
#include "rules/votes.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::optional<Deadline> deadline(const Judging& judging, Rule rule, Date start, std::size_t place = 0)
{
    const auto& book = judging.rulebooks.on(start);
    if (!book.knows(rule, start))
        return std::nullopt;
    return Deadline{.due = judging.days.after(start, book.number(rule, place)), .clock_start = start};
}

bool is_extended(const Reading& reading, Matter matter, Date first_limit)
{
    return std::ranges::any_of(reading.acts(), [&](const PlacedAct& act) {
        return act.kind() == ActKind::extension && act.act->about == matter && act.on() <= first_limit;
    });
}

// Done too late, or not done on the day of judging though it is due by then. A plan is measured as if it were done.
void measure(Judging& judging, Rule rule, Matter about, const PlacedAct* act, std::optional<Deadline> deadline)
{
    if (!deadline)
        return;
    const auto& reading = judging.reading;
    bool is_ended = reading.removed_on() && *reading.removed_on() <= reading.as_of();
    bool is_over = reading.as_of() > deadline->due && !is_ended;
    if (act ? act->on() > deadline->due : is_over)
        judging.too_late(rule, about, act, deadline->due, deadline->clock_start);
}

void judge_decision(Judging& judging, Matter matter)
{
    const auto& acts = judging.reading.of(matter);
    if (!acts.decision && has_failed(acts, judging.rulebooks))
        return;
    measure(judging, Rule::decision_late, matter, acts.decision, decision_deadline(judging, matter));
}

} // namespace

std::optional<Deadline> decision_deadline(const Judging& judging, Matter matter)
{
    const auto* vote = judging.reading.of(matter).cell;
    if (!vote || judging.reading.is_plan(*vote))
        return std::nullopt;
    auto place = matter == Matter::admission ? value::admission : value::recognition;
    auto found = deadline(judging, Rule::decision_late, vote->on(), place);
    if (found && is_extended(judging.reading, matter, found->due))
        found->due = judging.days.after(
            vote->on(), judging.rulebooks.on(vote->on()).number(Rule::decision_late, place) +
                            judging.rulebooks.on(vote->on()).number(Rule::decision_late, value::extension));
    return found;
}

std::optional<Deadline> ceremony_deadline(const Judging& judging)
{
    const auto* decision = judging.reading.of(Matter::admission).decision;
    if (!decision || judging.reading.is_plan(*decision))
        return std::nullopt;
    const auto& book = judging.rulebooks.on(decision->on());
    if (!book.knows(Rule::ceremony_late, decision->on()))
        return std::nullopt;
    bool from_issue = book.number(Rule::ceremony_late, value::from_issue) == 1;
    auto start = from_issue ? decision->on() : decision->act->received.value_or(decision->on());
    auto days = book.number(Rule::ceremony_late, value::ceremony_working_days);
    return Deadline{.due = judging.days.after(start, days), .clock_start = decision->on()};
}

std::optional<Deadline> member_declaration_deadline(const Judging& judging)
{
    const auto* ceremony = judging.reading.ceremony();
    if (!ceremony || judging.reading.is_plan(*ceremony))
        return std::nullopt;
    return deadline(judging, Rule::member_declaration_late, ceremony->on());
}

std::optional<Deadline> recognition_deadline(const Judging& judging)
{
    const auto* ceremony = judging.reading.ceremony();
    if (!ceremony || judging.reading.is_plan(*ceremony))
        return std::nullopt;
    return deadline(judging, Rule::recognition_late, *probation_end(judging.reading, judging.rulebooks));
}

void judge_deadlines(Judging& judging)
{
    const auto& reading = judging.reading;
    judge_decision(judging, Matter::admission);
    measure(judging, Rule::ceremony_late, Matter::admission, reading.ceremony(), ceremony_deadline(judging));
    measure(judging, Rule::member_declaration_late, Matter::recognition, reading.first(ActKind::member_declaration),
            member_declaration_deadline(judging));
    measure(judging, Rule::recognition_late, Matter::recognition, reading.of(Matter::recognition).cell,
            recognition_deadline(judging));
    judge_decision(judging, Matter::recognition);
}

} // namespace phusa
