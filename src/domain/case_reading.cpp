#include "domain/case_reading.hpp"

namespace phusa
{

namespace
{

std::optional<Date> first_ceremony(const Case& judged)
{
    std::optional<Date> day;
    for (const auto& act : judged.acts)
        if (act.kind == ActKind::ceremony && (!day || act.on < *day))
            day = act.on;
    return day;
}

bool can_be_redone(ActKind kind)
{
    return kind == ActKind::introduction || kind == ActKind::opinions || kind == ActKind::cell_vote ||
           kind == ActKind::appraisal || kind == ActKind::committee_vote || kind == ActKind::decision;
}

} // namespace

Matter matter_of(const Case& judged, const Act& act)
{
    if (act.about)
        return *act.about;
    if (act.kind == ActKind::removal)
        return Matter::removal;
    if (act.kind == ActKind::certificate)
        return act.certificate == CertificateKind::awareness ? Matter::admission : Matter::recognition;
    if (act.kind == ActKind::self_review || act.kind == ActKind::helper_remarks)
        return Matter::recognition;
    auto ceremony = first_ceremony(judged);
    return ceremony && act.on > *ceremony ? Matter::recognition : Matter::admission;
}

bool is_set_aside(const Case& judged, std::size_t act)
{
    const auto& what = judged.acts[act];
    if (!can_be_redone(what.kind))
        return false;
    auto about = matter_of(judged, what);
    for (const auto& other : judged.acts)
        if (other.kind == ActKind::redo && what.on <= other.on && matter_of(judged, other) == about)
            return true;
    return false;
}

std::optional<std::size_t> latest_act(const Case& judged, ActKind kind, std::optional<Matter> about, Date as_of)
{
    std::optional<std::size_t> latest;
    for (std::size_t i = 0; i < judged.acts.size(); ++i) {
        const auto& act = judged.acts[i];
        if (act.kind != kind || act.on > as_of || (about && matter_of(judged, act) != *about) ||
            is_set_aside(judged, i))
            continue;
        if (!latest || judged.acts[*latest].on <= act.on)
            latest = i;
    }
    return latest;
}

} // namespace phusa
