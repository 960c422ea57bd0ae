#include "domain/recorded_act.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool is_remedied(std::span<const RecordedAct> acts, const RecordedAct& cancellation)
{
    return std::ranges::any_of(acts, [&](const RecordedAct& act) {
        return act.side == SideAct::remedy && act.concerns == cancellation.concerns &&
               act.act.on >= cancellation.act.on && act.id > cancellation.id;
    });
}

bool follows_admission(ActKind kind)
{
    return kind == ActKind::ceremony || kind == ActKind::helper || kind == ActKind::member_declaration ||
           kind == ActKind::self_review || kind == ActKind::helper_remarks;
}

// Whether the cancelling of `wrong` takes `act` with it: the papers of a membership that never began rightly.
bool falls_with(const RecordedAct& act, const RecordedAct& wrong, Date cancelled)
{
    if (act.id == wrong.id)
        return true;
    bool was_admission = wrong.act.kind == ActKind::decision && wrong.act.about == Matter::admission;
    if (!was_admission || act.act.on < wrong.act.on || act.act.on > cancelled)
        return false;
    return follows_admission(act.act.kind) || act.act.about == Matter::recognition;
}

bool is_cancelled(std::span<const RecordedAct> acts, const RecordedAct& act)
{
    for (const auto& cancellation : acts) {
        if (cancellation.side != SideAct::cancellation || is_remedied(acts, cancellation))
            continue;
        auto wrong = std::ranges::find(acts, *cancellation.concerns, &RecordedAct::id);
        if (wrong != acts.end() && falls_with(act, *wrong, cancellation.act.on))
            return true;
    }
    return false;
}

Candidate candidate_of(const Dossier& dossier, const Person& person)
{
    return {.born = person.born,
            .is_citizen = dossier.is_citizen,
            .education = person.general_education,
            .area = dossier.area,
            .village_elder = dossier.village_elder,
            .youth_union_member = dossier.youth_union_member,
            .youth_union_available = dossier.youth_union_available,
            .readmission = dossier.readmission};
}

} // namespace

DossierCase case_of(const Dossier& dossier, const Person& person, std::span<const RecordedAct> acts,
                    bool grassroots_cell)
{
    DossierCase made;
    made.value.person = candidate_of(dossier, person);
    made.value.grassroots_cell = grassroots_cell;
    for (const auto& act : acts) {
        if (act.side || is_cancelled(acts, act))
            continue;
        made.value.acts.push_back(act.act);
        made.acts.push_back(act.id);
    }
    return made;
}

} // namespace phusa
