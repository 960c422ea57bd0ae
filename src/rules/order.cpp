#include "rules/order.hpp"

#include "rules/grounds.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// Goes up the steps of a procedure and remembers which were left out: the first act above a gap breaks `chronology`,
// once for the gap however wide it is.
class Steps
{
public:
    explicit Steps(Judging& judging) : judging_(judging) {}

    // `act` is nullptr where the step is absent.
    void step(Matter about, ActKind kind, const PlacedAct* act, bool is_required = true)
    {
        if (act && gap_)
            judging_.out_of_order(about, *act, *gap_, nullptr);
        if (act)
            gap_.reset();
        else if (is_required && !gap_)
            gap_ = kind;
    }

private:
    Judging& judging_;
    std::optional<ActKind> gap_;
};

void follows(Judging& judging, Matter about, const PlacedAct* act, const PlacedAct* ground)
{
    if (act && ground && act->on() < ground->on())
        judging.out_of_order(about, *act, ground->kind(), ground);
}

void judge_matter(Judging& judging, Matter matter)
{
    const auto& acts = judging.reading.of(matter);
    follows(judging, matter, acts.proposing, acts.cell);
    follows(judging, matter, acts.deciding, acts.cell);
    if (!acts.decision)
        return;
    follows(judging, matter, acts.decision, acts.committee());
    follows(judging, matter, acts.decision, acts.cell);
    if (acts.decision->act->received && *acts.decision->act->received < acts.decision->on())
        judging.out_of_order(matter, *acts.decision, ActKind::decision, acts.decision);
}

const PlacedAct* earlier_committee(const MatterActs& acts)
{
    if (!acts.proposing || !acts.deciding)
        return acts.committee();
    return acts.committee() == acts.deciding ? acts.proposing : acts.deciding;
}

bool is_paper_of_probation(const PlacedAct& act)
{
    return act.kind() == ActKind::helper || act.kind() == ActKind::member_declaration ||
           act.kind() == ActKind::self_review || act.kind() == ActKind::helper_remarks;
}

// A helper who is not official is none.
bool counts(const PlacedAct& act) { return act.kind() != ActKind::helper || act.act->official; }

// Helper's and member's papers not before the ceremony; those of recognition not before the 12 months end.
void judge_probation_papers(Judging& judging)
{
    const auto* ceremony = judging.reading.ceremony();
    if (!ceremony)
        return;
    auto end = *probation_end(judging.reading, judging.rulebooks);
    for (const auto& act : judging.reading.acts()) {
        if (!is_paper_of_probation(act) || !counts(act))
            continue;
        bool is_of_recognition = act.kind() == ActKind::self_review || act.kind() == ActKind::helper_remarks;
        if (act.on() < (is_of_recognition ? end : ceremony->on()))
            judging.out_of_order(Matter::recognition, act, ActKind::ceremony, ceremony);
    }
}

// The first act of probation: a paper, or the cell's vote on recognition.
const PlacedAct* first_of_probation(const Reading& reading)
{
    auto acts = reading.acts();
    auto found = std::ranges::find_if(acts, [&](const PlacedAct& act) {
        return (is_paper_of_probation(act) && counts(act)) || &act == reading.of(Matter::recognition).cell;
    });
    return found == acts.end() ? nullptr : &*found;
}

void judge_gaps(Judging& judging)
{
    const auto& reading = judging.reading;
    bool with_committee = !reading.in_grassroots_cell();
    const auto& admission = reading.of(Matter::admission);
    const auto& recognition = reading.of(Matter::recognition);
    const auto& removal = reading.of(Matter::removal);
    Steps steps(judging);
    steps.step(Matter::admission, ActKind::cell_vote, admission.cell);
    steps.step(Matter::admission, ActKind::committee_vote, earlier_committee(admission), with_committee);
    steps.step(Matter::admission, ActKind::decision, admission.decision);
    steps.step(Matter::admission, ActKind::ceremony, reading.ceremony());
    steps.step(Matter::recognition, ActKind::ceremony, first_of_probation(reading), false);
    if (!recognition.cell)
        steps.step(Matter::recognition, ActKind::cell_vote, nullptr);
    steps.step(Matter::recognition, ActKind::committee_vote, earlier_committee(recognition), with_committee);
    steps.step(Matter::recognition, ActKind::decision, recognition.decision);
    Steps of_removal(judging);
    of_removal.step(Matter::removal, ActKind::cell_vote, removal.cell);
    of_removal.step(Matter::removal, ActKind::committee_vote, earlier_committee(removal), with_committee);
    of_removal.step(Matter::removal, ActKind::decision, removal.decision);
}

} // namespace

void judge_order(Judging& judging)
{
    judge_gaps(judging);
    for (auto matter : {Matter::admission, Matter::recognition, Matter::removal})
        judge_matter(judging, matter);
    follows(judging, Matter::admission, judging.reading.ceremony(), judging.reading.of(Matter::admission).decision);
    judge_probation_papers(judging);
}

} // namespace phusa
