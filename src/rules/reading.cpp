#include "rules/reading.hpp"

#include <algorithm>
#include <tuple>

namespace phusa
{

namespace
{

// All that tells two acts of one day and kind apart, so that the order of the file decides nothing. Of two votes the
// one with more in favour is taken for the later.
auto content(const Act& act)
{
    const auto& cell = act.cell;
    const auto& committee = act.committee;
    return std::tuple(act.about, act.certificate, act.consent, act.by, act.stage, act.official, act.replaces,
                      act.shared_months, cell.in_favour, cell.official, cell.excluded, cell.present, cell.against,
                      committee.in_favour, committee.members, committee.decides, act.received);
}

bool is_before(const PlacedAct& left, const PlacedAct& right)
{
    if (left.on() != right.on())
        return left.on() < right.on();
    if (left.kind() != right.kind())
        return left.kind() < right.kind();
    return content(*left.act) < content(*right.act);
}

bool is_vote_or_decision(ActKind kind)
{
    return kind == ActKind::cell_vote || kind == ActKind::committee_vote || kind == ActKind::decision;
}

} // namespace

Reading::Reading(const Case& read, Date as_of) : case_(read), as_of_(as_of)
{
    put_in_order();
    set_aside();
    find_what_counts();
}

void Reading::put_in_order()
{
    acts_.reserve(case_.acts.size());
    for (std::uint32_t index = 0; index < case_.acts.size(); ++index) {
        const auto& act = case_.acts[index];
        acts_.push_back({.act = &act, .index = index});
        if (act.kind == ActKind::removal)
            removed_on_ = std::min(removed_on_.value_or(act.on), act.on);
        if (act.kind == ActKind::ceremony)
            ceremony_on_ = std::max(ceremony_on_.value_or(act.on), act.on);
    }
    if (!std::ranges::is_sorted(acts_, is_before))
        std::ranges::sort(acts_, is_before);
}

bool Reading::serves(const Act& paper, Matter stage) const
{
    if (paper.kind == ActKind::certificate)
        return (paper.certificate == CertificateKind::awareness) == (stage == Matter::admission);
    if (paper.kind == ActKind::opinions)
        return (ceremony_on_ && paper.on > *ceremony_on_) == (stage == Matter::recognition);
    return stage == Matter::admission;
}

// A redo takes back what was done before it, its own day included, in the stage that it names or that is open.
void Reading::set_aside()
{
    const auto* first_ceremony = first(ActKind::ceremony);
    bool is_any = false;
    for (const auto& act : acts_) {
        if (act.kind() != ActKind::redo)
            continue;
        bool on_probation = first_ceremony && first_ceremony->on() <= act.on();
        auto stage = act.act->about.value_or(on_probation ? Matter::recognition : Matter::admission);
        redone_on_[static_cast<std::size_t>(stage) - 1] = act.on(); // in the order of dates: the last one stays
        is_any = true;
    }
    if (!is_any)
        return;
    auto is_aside = [this](const PlacedAct& act) {
        bool is_paper = act.kind() == ActKind::introduction || act.kind() == ActKind::opinions;
        if (!is_paper && !is_vote_or_decision(act.kind()))
            return false;
        auto stage = !is_paper                               ? *act.act->about
                     : serves(*act.act, Matter::recognition) ? Matter::recognition
                                                             : Matter::admission;
        return redone_on(stage) && act.on() <= *redone_on(stage);
    };
    std::vector<PlacedAct> left;
    std::ranges::remove_copy_if(acts_, std::back_inserter(left), is_aside);
    acts_ = std::move(left);
}

void Reading::find_what_counts()
{
    for (const auto& act : acts_) {
        if (act.kind() == ActKind::ceremony)
            ceremony_ = &act;
        if (!is_vote_or_decision(act.kind()))
            continue;
        auto& matter = matters_[static_cast<std::size_t>(*act.act->about) - 1];
        if (act.kind() == ActKind::cell_vote)
            matter.cell = &act;
        else if (act.kind() == ActKind::decision)
            matter.decision = &act;
        else
            (act.act->committee.decides ? matter.deciding : matter.proposing) = &act;
    }
}

const PlacedAct* Reading::first(ActKind kind) const
{
    auto found = std::ranges::find(acts_, kind, &PlacedAct::kind);
    return found == acts_.end() ? nullptr : &*found;
}

const PlacedAct* Reading::last(ActKind kind, std::optional<Date> until) const
{
    const PlacedAct* found = nullptr;
    for (const auto& act : acts_) {
        if (until && act.on() > *until)
            break;
        if (act.kind() == kind)
            found = &act;
    }
    return found;
}

} // namespace phusa
