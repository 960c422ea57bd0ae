#include "app/demo/dossier_faults.hpp"

#include <algorithm>

namespace phusa::demo
{

namespace
{

RecordedAct* find(std::vector<RecordedAct>& acts, ActKind kind, std::optional<Matter> about = {})
{
    auto found = std::ranges::find_if(
        acts, [&](const RecordedAct& act) { return act.act.kind == kind && (!about || act.act.about == about); });
    return found == acts.end() ? nullptr : &*found;
}

void recorded_as_past_fact(RecordedAct* act)
{
    if (act)
        act->is_past_fact = true;
}

// Taken out, or moved behind the cell's vote.
void spoil_paper(std::vector<RecordedAct>& acts, ActKind kind, bool missing)
{
    auto* vote = find(acts, ActKind::cell_vote, Matter::admission);
    if (!vote)
        return;
    auto day = vote->act.on;
    recorded_as_past_fact(vote);
    if (missing)
        std::erase_if(acts, [&](const RecordedAct& act) { return act.act.kind == kind && act.act.on <= day; });
    else if (auto* paper = find(acts, kind))
        paper->act.on = day.plus_days(2);
}

void expire_certificate(std::vector<RecordedAct>& acts)
{
    constexpr int months = 64;
    auto* certificate = find(acts, ActKind::certificate);
    if (!certificate)
        return;
    certificate->act.on = certificate->act.on.plus_months(-months);
    recorded_as_past_fact(find(acts, ActKind::cell_vote, Matter::admission));
}

// Three meetings at which too few voted for it; what would rest on it did not come about.
void fail_votes(std::vector<RecordedAct>& acts, Matter about)
{
    auto* vote = find(acts, ActKind::cell_vote, about);
    if (!vote)
        return;
    auto failed = *vote;
    failed.act.cell.in_favour = failed.act.cell.official / 2;
    failed.act.cell.against = failed.act.cell.present - failed.act.cell.in_favour;
    auto day = failed.act.on;
    std::erase_if(acts, [&](const RecordedAct& act) { return act.act.about == about && act.act.on >= day; });
    constexpr int meetings = 3;
    constexpr int days_between_meetings = 3;
    for (int meeting = 0; meeting < meetings; ++meeting) {
        failed.act.on = day.plus_days(meeting * days_between_meetings);
        acts.push_back(failed);
    }
}

} // namespace

void add_fault(std::vector<RecordedAct>& acts, Random random)
{
    bool is_on_probation = find(acts, ActKind::ceremony) != nullptr;
    bool is_recognised = find(acts, ActKind::decision, Matter::recognition) != nullptr;
    switch (random.between(1, 60)) {
    case 1:
        spoil_paper(acts, ActKind::opinions, true);
        break;
    case 2:
        spoil_paper(acts, ActKind::opinions, false);
        break;
    case 3:
        spoil_paper(acts, ActKind::verification, false);
        break;
    case 4:
        expire_certificate(acts);
        break;
    case 5:
    case 6:
        if (!is_on_probation)
            fail_votes(acts, Matter::admission);
        else if (!is_recognised)
            fail_votes(acts, Matter::recognition);
        break;
    default:
        break;
    }
    std::ranges::stable_sort(acts, {}, [](const RecordedAct& act) { return act.act.on; });
}

} // namespace phusa::demo
