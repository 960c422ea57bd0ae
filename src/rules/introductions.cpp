#include "rules/introductions.hpp"

#include "rules/grounds.hpp"
#include "rules/person_rules.hpp"

namespace phusa
{

namespace
{

bool is_introduction(const PlacedAct& act) { return act.kind() == ActKind::introduction; }

bool is_in_order(const Judging& judging, const PlacedAct& act, std::optional<Date> vote)
{
    if (!unmet_by_introducer(*act.act, judging.rulebooks.on(act.on())).empty())
        return false;
    return !vote || (act.on() <= *vote && !is_stale(act, *vote, judging.rulebooks.on(*vote)));
}

void judge_faults(Judging& judging, const PlacedAct* vote)
{
    for (const auto& act : judging.reading.acts()) {
        if (!is_introduction(act))
            continue;
        judging.report(unmet_by_introducer(*act.act, judging.rulebooks.on(act.on())), Matter::admission, act);
        if (vote && act.on() > vote->on())
            judging.out_of_order(Matter::admission, act, ActKind::cell_vote, vote);
        else if (vote && is_stale(act, vote->on(), judging.rulebooks.on(vote->on())))
            judging.report(Rule::stale, Matter::admission, *vote);
    }
}

} // namespace

void IntroductionCount::add(Introducer introducer)
{
    switch (introducer) {
    case Introducer::member:
        ++members;
        return;
    case Introducer::youth_union:
        ++youth_union;
        return;
    case Introducer::trade_union:
        ++trade_union;
        return;
    }
    std::unreachable();
}

bool suffices(const IntroductionCount& count, const Candidate& person, const Rulebook& book)
{
    if (count.members >= book.number(Rule::introductions_count))
        return true;
    bool is_beside = count.youth_union > 0 || (!person.youth_union_available && count.trade_union > 0);
    return count.members > 0 && is_beside;
}

RuleSet unmet_by_introducer(const Act& introduction, const Rulebook& book)
{
    RuleSet unmet;
    if (introduction.by != Introducer::member)
        return unmet;
    if (book.knows(Rule::introducer_official, introduction.on) && !introduction.official)
        unmet.add(Rule::introducer_official);
    if (book.knows(Rule::introducer_shared_months, introduction.on) && !introduction.replaces &&
        introduction.shared_months < book.number(Rule::introducer_shared_months))
        unmet.add(Rule::introducer_shared_months);
    return unmet;
}

IntroductionCount introductions_until(const Reading& reading, std::optional<Date> until)
{
    IntroductionCount count;
    for (const auto& act : reading.acts())
        if (is_introduction(act) && (!until || act.on() <= *until))
            count.add(act.act->by);
    return count;
}

std::optional<Date> introduced_on(const Judging& judging, std::optional<Date> vote)
{
    const auto& person = judging.reading.person();
    auto day = vote.value_or(judging.reading.as_of());
    const auto& book = judging.rulebooks.on(day);
    bool with_youth_union = needs_youth_union(person, day, book);
    IntroductionCount count;
    for (const auto& act : judging.reading.acts()) {
        if (!is_introduction(act) || !is_in_order(judging, act, vote))
            continue;
        count.add(act.act->by);
        if (suffices(count, person, book) && (!with_youth_union || count.youth_union > 0))
            return act.on();
    }
    return std::nullopt;
}

RuleSet unmet_by_introductions(const Reading& reading, const IntroductionCount& count, Date vote, const Rulebook& book)
{
    const auto& person = reading.person();
    RuleSet unmet;
    if (book.knows(Rule::introductions_count, vote) && !suffices(count, person, book))
        unmet.add(Rule::introductions_count);
    if (needs_youth_union(person, vote, book) && (!person.youth_union_member || count.youth_union == 0))
        unmet.add(Rule::youth_union_required);
    return unmet;
}

void judge_introductions(Judging& judging)
{
    const auto& reading = judging.reading;
    const auto* vote = reading.of(Matter::admission).cell;
    if (!introduced_on(judging, vote ? std::optional(vote->on()) : std::nullopt))
        judge_faults(judging, vote);
    if (vote) {
        judging.report(unmet_by_introductions(reading, introductions_until(reading, vote->on()), vote->on(),
                                              judging.rulebooks.on(vote->on())),
                       Matter::admission, *vote);
    } else if (const auto* later = first_in_need(reading, Matter::admission)) {
        // Whether they suffice is a matter of the vote that is absent; that there are none is not.
        auto count = introductions_until(reading, later->on());
        if (count.members + count.youth_union + count.trade_union == 0)
            judging.report(Rule::introductions_count, Matter::admission, *later);
    }
}

} // namespace phusa
