#include "app/dossiers/act_roles.hpp"

#include "domain/act_rights.hpp"

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

std::vector<std::string> recordable_acts(const Gate& gate, const JudgedDossier& judged)
{
    std::vector<std::string> keys;
    if (judged.dossier.closed)
        return keys;
    auto may = [&](Right right) { return gate.pass(right, judged.dossier.cell).has_value(); };
    for (auto kind : all_act_kinds())
        if (kind != ActKind::transfer && may(right_to_record(kind)))
            keys.emplace_back(key_of(kind));
    for (auto side : all_side_acts())
        if (may(right_to_record(side)) && has_ground(side, judged))
            keys.emplace_back(key_of(side));
    return keys;
}

bool may_record_past_facts(const Gate& gate, const Dossier& dossier)
{
    return gate.pass(Right::record_decisions, dossier.cell).has_value();
}

} // namespace phusa
