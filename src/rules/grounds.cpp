#include "rules/grounds.hpp"

#include "rules/person_rules.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// An act that is judged at all: of votes and decisions only those that count.
bool counts(const Reading& reading, const PlacedAct& act)
{
    if (act.kind() != ActKind::cell_vote && act.kind() != ActKind::committee_vote && act.kind() != ActKind::decision)
        return true;
    const auto& acts = reading.of(*act.act->about);
    return &act == acts.cell || &act == acts.proposing || &act == acts.deciding || &act == acts.decision;
}

// Whether an act lies behind the cell's vote of the stage, so that it needs what that vote needs.
bool is_behind_vote(const Act& act, Matter stage)
{
    switch (act.kind) {
    case ActKind::committee_vote:
    case ActKind::decision:
        return act.about == stage || (stage == Matter::admission && act.about == Matter::recognition);
    case ActKind::cell_vote:
        return stage == Matter::admission && act.about == Matter::recognition;
    case ActKind::ceremony:
    case ActKind::helper:
    case ActKind::member_declaration:
    case ActKind::self_review:
    case ActKind::helper_remarks:
        return stage == Matter::admission;
    default:
        return false;
    }
}

void judge_missing(Judging& judging, const PaperChain& chain, const PlacedAct* closing)
{
    if (!closing)
        return;
    RuleSet missing;
    if (!chain.application)
        missing.add(Rule::application_missing);
    if (!chain.declaration)
        missing.add(Rule::declaration_missing);
    if (!chain.verification)
        missing.add(Rule::verification_missing);
    judging.report(missing, Matter::admission, *closing);
}

// Each declaration needs an application on or before its day, each verification a declaration. Where the ground is
// missing altogether, that is said at the vote.
void judge_chain_order(Judging& judging, ActKind kind, const PlacedAct* ground)
{
    if (!ground)
        return;
    const auto* first = judging.reading.first(ground->kind());
    for (const auto& act : judging.reading.acts())
        if (act.kind() == kind && act.on() < first->on())
            judging.out_of_order(Matter::admission, act, first->kind(), first);
}

// Where an application is missing, the wait is asked at the cell's vote.
void judge_readmission_wait(Judging& judging, const PlacedAct* application)
{
    const auto& readmission = judging.reading.person().readmission;
    const auto* act = application ? application : judging.reading.of(Matter::admission).cell;
    if (!readmission || !act)
        return;
    auto judge_act = [&](const PlacedAct& each) {
        auto from = may_apply_again(*readmission, judging.rulebooks.on(each.on()));
        if (judging.knows(Rule::readmission_wait, each.on()) && (!from || each.on() < *from))
            judging.report(Rule::readmission_wait, Matter::admission, each);
    };
    judge_act(*act);
    for (const auto& each : judging.reading.acts())
        if (judging.on_each_act && each.kind() == ActKind::application)
            judge_act(each);
}

void judge_certificate(Judging& judging, const PlacedAct* closing)
{
    if (!closing)
        return;
    const auto* certificate = awareness_certificate(judging.reading, closing->on());
    if (!certificate)
        judging.report(Rule::certificate_missing, Matter::admission, *closing);
    else if (closing == judging.reading.of(Matter::admission).cell &&
             is_expired(*certificate, closing->on(), judging.rulebooks.on(closing->on())))
        judging.report(Rule::certificate_expired, Matter::admission, *closing);
}

bool is_official_helper(const PlacedAct& act) { return act.kind() == ActKind::helper && act.act->official; }

// A new-member certificate counts from the ceremony's day on.
bool is_new_member_certificate(const PlacedAct& act, const PlacedAct* ceremony)
{
    return act.kind() == ActKind::certificate && act.act->certificate == CertificateKind::new_member && ceremony &&
           act.on() >= ceremony->on();
}

} // namespace

const PlacedAct* first_in_need(const Reading& reading, Matter stage)
{
    if (const auto* vote = reading.of(stage).cell)
        return vote;
    auto acts = reading.acts();
    auto found = std::ranges::find_if(
        acts, [&](const PlacedAct& act) { return is_behind_vote(*act.act, stage) && counts(reading, act); });
    return found == acts.end() ? nullptr : &*found;
}

PaperChain paper_chain(const Reading& reading, std::optional<Date> until)
{
    // The last one on or before the paper that rests on it; where there is none, the last one in time for the vote.
    auto before = [&](ActKind kind, const PlacedAct* next) {
        const auto* found = next ? reading.last(kind, next->on()) : nullptr;
        return found ? found : reading.last(kind, until);
    };
    PaperChain chain;
    chain.verification = reading.last(ActKind::verification, until);
    chain.declaration = before(ActKind::declaration, chain.verification);
    chain.application = before(ActKind::application, chain.declaration ? chain.declaration : chain.verification);
    return chain;
}

const PlacedAct* awareness_certificate(const Reading& reading, std::optional<Date> until)
{
    const PlacedAct* found = nullptr;
    for (const auto& act : reading.acts())
        if (act.kind() == ActKind::certificate && act.act->certificate == CertificateKind::awareness &&
            (!until || act.on() <= *until))
            found = &act;
    return found;
}

bool is_expired(const PlacedAct& certificate, Date vote, const Rulebook& book)
{
    return book.knows(Rule::certificate_expired, vote) &&
           vote > end_of_months(certificate.on(), book.number(Rule::certificate_expired));
}

bool is_stale(const PlacedAct& paper, Date vote, const Rulebook& book)
{
    return book.knows(Rule::stale, vote) && vote > end_of_months(paper.on(), book.number(Rule::stale));
}

std::optional<Date> probation_end(const Reading& reading, const Rulebooks& books)
{
    const auto* ceremony = reading.ceremony();
    if (!ceremony)
        return std::nullopt;
    return end_of_months(ceremony->on(), books.on(ceremony->on()).number(Rule::probation_short));
}

bool are_good_opinions(const Judging& judging, const PlacedAct& act, Matter stage, std::optional<Date> vote)
{
    if (act.kind() != ActKind::opinions || !judging.reading.serves(*act.act, stage))
        return false;
    if (vote && (act.on() > *vote || is_stale(act, *vote, judging.rulebooks.on(*vote))))
        return false;
    auto end = stage == Matter::recognition ? probation_end(judging.reading, judging.rulebooks) : std::nullopt;
    return !end || act.on() >= *end;
}

void judge_opinions(Judging& judging, Matter stage)
{
    const auto& reading = judging.reading;
    const auto* vote = reading.of(stage).cell;
    auto vote_day = vote ? std::optional(vote->on()) : std::nullopt;
    const auto* closing = first_in_need(reading, stage);
    bool are_there = false;
    bool are_stale = false;
    bool suffice = std::ranges::any_of(
        reading.acts(), [&](const PlacedAct& act) { return are_good_opinions(judging, act, stage, vote_day); });
    for (const auto& act : reading.acts()) {
        if (act.kind() != ActKind::opinions || !reading.serves(*act.act, stage))
            continue;
        bool is_after = vote && act.on() > vote->on();
        are_there = are_there || !closing || act.on() <= closing->on();
        are_stale = are_stale || (vote && !is_after && is_stale(act, vote->on(), judging.rulebooks.on(vote->on())));
        if (suffice)
            continue;
        if (is_after)
            judging.out_of_order(stage, act, ActKind::cell_vote, vote);
        else if (!are_good_opinions(judging, act, stage, std::nullopt))
            judging.out_of_order(stage, act, ActKind::ceremony, reading.ceremony());
    }
    if (closing && !are_there)
        judging.report(Rule::opinions_missing, stage, *closing);
    if (are_stale && !suffice)
        judging.report(Rule::stale, stage, *vote);
}

void judge_admission_papers(Judging& judging)
{
    const auto* closing = first_in_need(judging.reading, Matter::admission);
    auto chain = paper_chain(judging.reading, closing ? std::optional(closing->on()) : std::nullopt);
    judge_missing(judging, chain, closing);
    judge_chain_order(judging, ActKind::declaration, chain.application);
    judge_chain_order(judging, ActKind::verification, chain.declaration);
    judge_readmission_wait(judging, chain.application);
    judge_certificate(judging, closing);
}

void judge_recognition_papers(Judging& judging)
{
    const auto& reading = judging.reading;
    const auto* closing = first_in_need(reading, Matter::recognition);
    if (!closing)
        return;
    auto is_there = [&](auto&& wanted) {
        return std::ranges::any_of(reading.acts(),
                                   [&](const PlacedAct& act) { return act.on() <= closing->on() && wanted(act); });
    };
    auto of_kind = [](ActKind kind) { return [kind](const PlacedAct& act) { return act.kind() == kind; }; };
    auto certificate = [&](const PlacedAct& act) { return is_new_member_certificate(act, reading.ceremony()); };
    RuleSet missing;
    if (!is_there(certificate))
        missing.add(Rule::new_member_certificate_missing);
    if (!is_there(of_kind(ActKind::self_review)))
        missing.add(Rule::self_review_missing);
    if (!is_there(of_kind(ActKind::helper_remarks)))
        missing.add(Rule::helper_remarks_missing);
    if (!is_there(is_official_helper))
        missing.add(Rule::helper_missing);
    judging.report(missing, Matter::recognition, *closing);
}

} // namespace phusa
