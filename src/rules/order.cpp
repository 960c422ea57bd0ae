#include "rules/order.hpp"

#include "rules/grounds.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace phusa
{

namespace
{

// One step of a procedure: the first act of it, nullptr where it is absent.
struct Step {
    Matter about = Matter::admission;
    ActKind kind = ActKind::cell_vote;
    const PlacedAct* act = nullptr;
    bool is_required = true;
};

// Whether a step rests on the one before it that was left out, without another between them that it rests on instead:
// a ceremony on its decision, no longer on the votes before that.
bool rests_on(const Step& step, const Step& ground)
{
    if (ground.kind == ActKind::ceremony)
        return true;
    return step.about == ground.about && (ground.kind == ActKind::decision || step.kind != ActKind::ceremony);
}

// A step that was left out breaks `chronology` on the first act behind it, by its day; on_each_act: on every act that
// rests on it.
void judge_steps(Judging& judging, std::span<const Step> steps)
{
    for (std::size_t place = 0; place < steps.size(); ++place) {
        if (steps[place].act || !steps[place].is_required)
            continue;
        const Step* first = nullptr;
        for (const auto& step : steps.subspan(place + 1))
            if (step.act && (!first || step.act->on() < first->act->on()))
                first = &step;
        if (first)
            judging.out_of_order(first->about, *first->act, steps[place].kind, nullptr);
        for (const auto& step : steps.subspan(place + 1))
            if (judging.on_each_act && step.act && rests_on(step, steps[place]))
                judging.out_of_order(step.about, *step.act, steps[place].kind, nullptr);
    }
}

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
    if (!ceremony && !judging.on_each_act)
        return;
    auto end = probation_end(judging.reading, judging.rulebooks);
    for (const auto& act : judging.reading.acts()) {
        if (!is_paper_of_probation(act) || !counts(act))
            continue;
        if (!ceremony) {
            judging.out_of_order(Matter::recognition, act, ActKind::ceremony, nullptr);
            continue;
        }
        bool is_of_recognition = act.kind() == ActKind::self_review || act.kind() == ActKind::helper_remarks;
        if (act.on() < (is_of_recognition ? *end : ceremony->on()))
            judging.out_of_order(Matter::recognition, act, ActKind::ceremony, ceremony);
    }
}

const PlacedAct* first_paper_of_probation(const Reading& reading)
{
    auto acts = reading.acts();
    auto found =
        std::ranges::find_if(acts, [](const PlacedAct& act) { return is_paper_of_probation(act) && counts(act); });
    return found == acts.end() ? nullptr : &*found;
}

void judge_gaps(Judging& judging)
{
    const auto& reading = judging.reading;
    bool with_committee = !reading.in_grassroots_cell();
    const auto& admission = reading.of(Matter::admission);
    const auto& recognition = reading.of(Matter::recognition);
    const auto& removal = reading.of(Matter::removal);
    const std::array steps = {
        Step{Matter::admission, ActKind::cell_vote, admission.cell},
        Step{Matter::admission, ActKind::committee_vote, earlier_committee(admission), with_committee},
        Step{Matter::admission, ActKind::decision, admission.decision},
        Step{Matter::admission, ActKind::ceremony, reading.ceremony()},
        Step{Matter::recognition, ActKind::helper, first_paper_of_probation(reading), false},
        Step{Matter::recognition, ActKind::cell_vote, recognition.cell},
        Step{Matter::recognition, ActKind::committee_vote, earlier_committee(recognition), with_committee},
        Step{Matter::recognition, ActKind::decision, recognition.decision},
    };
    judge_steps(judging, steps);
    const std::array of_removal = {
        Step{Matter::removal, ActKind::cell_vote, removal.cell},
        Step{Matter::removal, ActKind::committee_vote, earlier_committee(removal), with_committee},
        Step{Matter::removal, ActKind::decision, removal.decision},
    };
    judge_steps(judging, of_removal);
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
