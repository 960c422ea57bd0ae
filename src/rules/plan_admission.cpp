#include "rules/introductions.hpp"
#include "rules/person_rules.hpp"
#include "rules/plan.hpp"

namespace phusa
{

namespace
{

// The days on which each kind of paper that grows old is ready, as good as it is on the day of judging, or where plans
// are needed for it on the day of the last of them; nullopt: to be made anew.
std::optional<Date> certificate_ready(const Judging& judging, Date today)
{
    for (const auto& act : judging.reading.acts())
        if (act.kind() == ActKind::certificate && act.act->certificate == CertificateKind::awareness &&
            !is_expired(act, std::max(today, act.on()), judging.rulebooks.on(today)))
            return act.on();
    return std::nullopt;
}

std::optional<Date> introductions_ready(const Judging& judging, Date today)
{
    if (auto day = introduced_on(judging, today))
        return day;
    for (const auto& act : judging.reading.acts())
        if (act.kind() == ActKind::introduction && act.on() > today && introduced_on(judging, act.on()))
            return act.on();
    return std::nullopt;
}

std::optional<Date> opinions_ready(const Judging& judging, Date today)
{
    for (const auto& act : judging.reading.acts())
        if (are_good_opinions(judging, act, Matter::admission, std::max(today, act.on())))
            return act.on();
    return std::nullopt;
}

// What is ready for a vote that is still to come, and the day of that vote.
struct Readiness {
    Date vote;
    std::optional<Date> certificate, introductions, opinions;
};

// Plans push the vote to their own day.
Readiness readiness_for(const Judging& judging, Date vote)
{
    auto today = judging.reading.as_of();
    Readiness ready{.vote = vote,
                    .certificate = certificate_ready(judging, today),
                    .introductions = introductions_ready(judging, today),
                    .opinions = opinions_ready(judging, today)};
    for (auto each : {ready.certificate, ready.introductions, ready.opinions})
        ready.vote = std::max(ready.vote, each.value_or(vote));
    ready.vote = first_day_of_person(judging.reading.person(), ready.vote, judging.rulebooks).value_or(ready.vote);
    return ready;
}

// What is there for a vote that was taken, in time or not.
Readiness readiness_at(const Judging& judging, Date vote, Date until)
{
    const auto& reading = judging.reading;
    Readiness ready{.vote = vote, .certificate = {}, .introductions = {}, .opinions = {}};
    if (const auto* certificate = awareness_certificate(reading, until))
        ready.certificate = certificate->on();
    const auto& book = judging.rulebooks.on(vote);
    auto count = introductions_until(reading, until);
    bool lacks_youth_union = needs_youth_union(reading.person(), vote, book) && count.youth_union == 0;
    if (suffices(count, reading.person(), book) && !lacks_youth_union)
        ready.introductions = vote;
    for (const auto& act : reading.acts())
        if (act.kind() == ActKind::opinions && act.on() <= until && reading.serves(*act.act, Matter::admission))
            ready.opinions = act.on();
    return ready;
}

} // namespace

PlannedDay Plan::may_apply() const
{
    const auto& readmission = reading_.person().readmission;
    const auto& book = judging_.rulebooks.on(today_);
    if (!readmission || !book.knows(Rule::readmission_wait, today_))
        return today_;
    auto unmet = unmet_by_person(reading_.person(), today_, book);
    if (unmet.contains(Rule::readmission_once) || unmet.contains(Rule::readmission_excluded))
        return std::nullopt;
    return may_apply_again(*readmission, book);
}

RuleSet Plan::unmet_at_application() const
{
    const auto& readmission = reading_.person().readmission;
    RuleSet unmet;
    if (!readmission)
        return unmet;
    const auto& book = judging_.rulebooks.on(today_);
    auto of_person = unmet_by_person(reading_.person(), today_, book);
    for (auto rule : {Rule::readmission_once, Rule::readmission_excluded})
        if (of_person.contains(rule))
            unmet.add(rule);
    auto from = may_apply_again(*readmission, book);
    if (book.knows(Rule::readmission_wait, today_) && (!from || today_ < *from))
        unmet.add(Rule::readmission_wait);
    return unmet;
}

RuleSet Plan::unmet_at_admission_vote(PaperChain chain) const
{
    const auto& book = judging_.rulebooks.on(today_);
    RuleSet unmet = unmet_by_person(reading_.person(), today_, book);
    if (!chain.application) {
        unmet.add(Rule::application_missing);
        unmet.add(unmet_at_application());
    }
    if (!chain.declaration)
        unmet.add(Rule::declaration_missing);
    if (!chain.verification)
        unmet.add(Rule::verification_missing);
    auto any = std::nullopt;
    if (!awareness_certificate(reading_, any))
        unmet.add(Rule::certificate_missing);
    else if (!certificate_ready(judging_, today_))
        unmet.add(Rule::certificate_expired);
    unmet.add(unmet_by_introductions(reading_, introductions_until(reading_, any), today_, book));
    bool has_opinions = std::ranges::any_of(reading_.acts(), [&](const PlacedAct& act) {
        return act.kind() == ActKind::opinions && reading_.serves(*act.act, Matter::admission);
    });
    if (!has_opinions)
        unmet.add(Rule::opinions_missing);
    bool has_old_introductions =
        !introductions_ready(judging_, today_) && std::ranges::any_of(reading_.acts(), [&](const PlacedAct& act) {
            return act.kind() == ActKind::introduction && is_stale(act, today_, book);
        });
    if (has_old_introductions || (has_opinions && !opinions_ready(judging_, today_)))
        unmet.add(Rule::stale);
    return unmet;
}

// The day on which application, declaration and verification are all there.
PlannedDay Plan::first_chain_day(PaperChain chain) const
{
    PlannedDay day = chain.application ? PlannedDay(chain.application->on()) : later(today_, may_apply());
    for (const auto* paper : {chain.declaration, chain.verification})
        day = later(day, paper ? paper->on() : today_);
    return day;
}

void Plan::plan_chain(PaperChain chain)
{
    RuleSet without_application, without_declaration;
    PlannedDay day = chain.application ? PlannedDay(chain.application->on()) : later(today_, may_apply());
    if (!chain.application) {
        add_paper(ActKind::application, admission_, day, unmet_at_application());
        without_application.add(Rule::application_missing);
    }
    if (chain.declaration) {
        day = later(day, chain.declaration->on());
    } else {
        day = later(today_, day);
        add_paper(ActKind::declaration, admission_, day, without_application);
        without_declaration.add(Rule::declaration_missing);
    }
    if (!chain.verification)
        add_paper(ActKind::verification, admission_, later(today_, day), without_declaration);
}

void Plan::plan_admission()
{
    auto until = admission_.limit ? std::optional(std::max(*admission_.limit, today_)) : std::nullopt;
    auto chain = paper_chain(reading_, until);
    auto first = later(admission_.start, first_chain_day(chain));
    if (first)
        first = first_day_of_person(reading_.person(), *first, judging_.rulebooks);
    auto ready = admission_.limit ? readiness_at(judging_, *admission_.limit, *until)
                                  : readiness_for(judging_, first.value_or(admission_.start));
    if (!ready.certificate)
        add_paper(ActKind::certificate, admission_, today_);
    plan_chain(chain);
    if (!ready.introductions)
        add_paper(ActKind::introduction, admission_, admission_.start);
    if (!ready.opinions)
        add_paper(ActKind::opinions, admission_, admission_.start);
    if (!admission_.cell_stands)
        admission_.vote = first ? PlannedDay(ready.vote) : std::nullopt;
    plan_votes(admission_, admission_.cell_stands ? RuleSet() : unmet_at_admission_vote(chain));
}

} // namespace phusa
