#include "app/kit/paper_place.hpp"

#include "app/papers/making.hpp"
#include "app/papers/paper_occasion.hpp"
#include "app/scans/scan_gate.hpp"
#include "storage/made_paper_versions.hpp"
#include "storage/scans.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// That of the paper; a paper printed before its deed goes to the one act that its form goes with.
const RecordedAct* act_of(const JudgedDossier& judged, const MadePaper& paper)
{
    const auto* form = form_named(paper.code);
    const RecordedAct* found = nullptr;
    for (const auto& act : judged.acts) {
        if (paper.act && act.id == *paper.act)
            return &act;
        if (paper.act || !form || !goes_with(*form, judged, act))
            continue;
        if (found)
            return nullptr; // which of them, only a person knows
        found = &act;
    }
    return found;
}

std::optional<ScanId> scan_of(storage::Session& session, const PaperPlace& place)
{
    std::optional<ScanId> newest;
    std::optional<ScanId> series;
    for (const auto& scan : storage::scans_of(session, place.dossier)) {
        if (!scan.counts() || scan.act != place.act || scan.code != place.code)
            continue;
        if (series && *series != scan.series)
            return std::nullopt;
        series = scan.series;
        newest = scan.id;
    }
    return newest;
}

} // namespace

PlacedPaper place_of_paper(App& app, storage::Session& session, const Actor& actor, std::int64_t version)
{
    auto paper = storage::made_paper_version(session, version);
    auto gate = paper ? ScanGate::open(app, session, actor, paper->dossier)
                      : Result<ScanGate>(problem(Problem::Kind::not_found, ""));
    if (!gate)
        return {};
    const auto* act = act_of(gate->judged(), *paper);
    if (!act)
        return {.place = {}, .why = gate->sees_whole() ? WhyWaiting::no_act : WhyWaiting::foreign};
    if (!gate->act_to_file(act->id))
        return {};
    PaperPlace place{.paper = version, .dossier = paper->dossier, .act = act->id, .code = paper->code};
    place.better_than = scan_of(session, place);
    return {.place = std::move(place), .why = {}};
}

} // namespace phusa
