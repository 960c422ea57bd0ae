#include "rules/deadlines.hpp"
#include "rules/plan.hpp"

namespace phusa
{

namespace
{

bool is_official_helper(const PlacedAct& act) { return act.kind() == ActKind::helper && act.act->official; }

bool is_new_member_certificate(const PlacedAct& act, const Reading& reading)
{
    return act.kind() == ActKind::certificate && act.act->certificate == CertificateKind::new_member &&
           reading.ceremony() && act.on() >= reading.ceremony()->on();
}

template<typename Wanted>
std::optional<Date> first_day(const Reading& reading, Wanted&& wanted)
{
    for (const auto& act : reading.acts())
        if (wanted(act))
            return act.on();
    return std::nullopt;
}

} // namespace

RuleSet Plan::unmet_at_recognition_vote() const
{
    auto has = [this](auto&& wanted) { return first_day(reading_, wanted).has_value(); };
    RuleSet unmet;
    auto end = probation_end(reading_, judging_.rulebooks);
    if (!end)
        unmet.add(Rule::chronology);
    else if (today_ < *end)
        unmet.add(Rule::probation_short);
    if (!has([this](const PlacedAct& act) { return is_new_member_certificate(act, reading_); }))
        unmet.add(Rule::new_member_certificate_missing);
    if (!has([](const PlacedAct& act) { return act.kind() == ActKind::self_review; }))
        unmet.add(Rule::self_review_missing);
    if (!has([](const PlacedAct& act) { return act.kind() == ActKind::helper_remarks; }))
        unmet.add(Rule::helper_remarks_missing);
    if (!has(is_official_helper))
        unmet.add(Rule::helper_missing);
    auto are_of_recognition = [this](const PlacedAct& act) {
        return act.kind() == ActKind::opinions && reading_.serves(*act.act, Matter::recognition);
    };
    auto are_fresh = [&](const PlacedAct& act) {
        return are_of_recognition(act) && !is_stale(act, today_, judging_.rulebooks.on(today_));
    };
    if (!has(are_of_recognition))
        unmet.add(Rule::opinions_missing);
    else if (!has(are_fresh))
        unmet.add(Rule::stale);
    return unmet;
}

void Plan::plan_probation()
{
    RuleSet unmet;
    if (!reading_.ceremony())
        unmet.add(Rule::chronology);
    auto day = later(today_, ceremony_);
    if (!first_day(reading_, is_official_helper))
        add_paper(ActKind::helper, recognition_, day, unmet);
    if (!reading_.first(ActKind::member_declaration))
        add(ActKind::member_declaration, Matter::recognition, day, unmet);
    if (auto due = member_declaration_deadline(judging_); due && !reading_.first(ActKind::member_declaration))
        next_.back().latest = due->due;
    if (!first_day(reading_, [this](const PlacedAct& act) { return is_new_member_certificate(act, reading_); }))
        add_paper(ActKind::certificate, recognition_, day, unmet);
}

void Plan::plan_recognition()
{
    auto end = ceremony_;
    if (end)
        end = end_of_months(*end, judging_.rulebooks.on(*end).number(Rule::probation_short));
    RuleSet unmet;
    if (!reading_.ceremony() || (end && today_ < *end))
        unmet.add(Rule::chronology);
    // Papers of recognition that were made too early are to be made again, as long as the vote is to come.
    bool is_open = !recognition_.limit;
    auto paper_day = later(today_, end);
    auto vote = later(later(paper_day, first_day(reading_, is_official_helper).value_or(today_)), recognition_.start);
    auto plan_paper = [&](ActKind kind, std::optional<Date> ready) {
        if (!ready)
            add_paper(kind, recognition_, kind == ActKind::opinions ? later(paper_day, recognition_.start) : paper_day,
                      unmet);
        vote = later(vote, ready.value_or(today_));
    };
    for (auto kind : {ActKind::self_review, ActKind::helper_remarks})
        plan_paper(kind, first_day(reading_, [&](const PlacedAct& act) {
                       return act.kind() == kind && (!is_open || !reading_.ceremony() || act.on() >= *end);
                   }));
    auto certificate =
        first_day(reading_, [this](const PlacedAct& act) { return is_new_member_certificate(act, reading_); });
    vote = later(vote, certificate.value_or(today_));
    plan_paper(ActKind::opinions, first_day(reading_, [&](const PlacedAct& act) {
                   if (is_open)
                       return are_good_opinions(judging_, act, Matter::recognition, std::max(act.on(), today_));
                   return act.kind() == ActKind::opinions && reading_.serves(*act.act, Matter::recognition);
               }));
    if (!recognition_.cell_stands)
        recognition_.vote = vote;
    plan_votes(recognition_, recognition_.cell_stands ? RuleSet() : unmet_at_recognition_vote());
}

} // namespace phusa
