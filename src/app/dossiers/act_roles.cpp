#include "app/dossiers/act_roles.hpp"

#include "app/dossiers/deciding.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool has_decision(const JudgedDossier& judged)
{
    return std::ranges::any_of(judged.acts, [](const RecordedAct& act) {
        return !act.side && (act.act.kind == ActKind::decision || act.act.kind == ActKind::removal);
    });
}

bool has_cancellation(const JudgedDossier& judged)
{
    return std::ranges::any_of(judged.acts, [](const RecordedAct& act) { return act.side == SideAct::cancellation; });
}

// Whether a side act has something that it can be about.
bool has_ground(SideAct act, const JudgedDossier& judged)
{
    if (act == SideAct::cancellation)
        return has_decision(judged);
    return act != SideAct::remedy || has_cancellation(judged);
}

} // namespace

std::vector<std::string> recordable_acts(App& app, const Actor& actor, const Gate& gate, const Reach& reach,
                                         const JudgedDossier& judged)
{
    std::vector<std::string> keys;
    if (judged.dossier.closed)
        return keys;
    auto may = [&](const RecordedAct& act) {
        return may_record(app, actor, gate, act, judged.dossier.cell).has_value();
    };
    auto by_relation = acts_by_relation(reach, judged);
    auto is_theirs = [&](ActKind kind) {
        return std::ranges::any_of(by_relation, [kind](const RecordedAct& act) { return act.act.kind == kind; });
    };
    for (auto kind : all_act_kinds()) {
        RecordedAct act;
        act.act.kind = kind;
        if (kind != ActKind::transfer && (is_theirs(kind) || may(act)))
            keys.emplace_back(key_of(kind));
    }
    for (auto side : all_side_acts()) {
        RecordedAct act;
        act.side = side;
        if (has_ground(side, judged) && may(act))
            keys.emplace_back(key_of(side));
    }
    return keys;
}

} // namespace phusa
