#include "app/demo/mentor.hpp"

#include <algorithm>
#include <map>

namespace phusa::demo
{

namespace
{

// What of one dossier decides whether its helper is a good example.
struct Probation {
    std::optional<Date> ceremony;
    std::optional<PersonId> helper;
    bool has_remarks = false;
    bool is_over = false;
};

void note(Probation& probation, const RecordedAct& act)
{
    if (act.side)
        return;
    bool ends =
        act.act.kind == ActKind::removal || (act.act.kind == ActKind::decision && act.act.about == Matter::recognition);
    probation.is_over |= ends;
    probation.has_remarks |= act.act.kind == ActKind::helper_remarks;
    if (act.act.kind == ActKind::ceremony)
        probation.ceremony = act.act.on;
    if (act.act.kind == ActKind::helper && act.who)
        probation.helper = act.who;
}

// How many levels above `home` one has to go to find the cell below.
int distance(const OrganisationTree& tree, OrganisationId home, OrganisationId cell)
{
    auto position = tree.find(home);
    int levels = 0;
    while (position && !tree.is_within(cell, tree.at(*position).id)) {
        position = tree.parent(*position);
        ++levels;
    }
    return levels;
}

} // namespace

std::optional<Mentor> find_mentor(const DossierSet& dossiers, const OrganisationTree& tree, OrganisationId home,
                                  Date as_of)
{
    constexpr int probation_months = 12;
    std::map<DossierId, Probation> probations;
    for (const auto& act : dossiers.acts)
        note(probations[act.dossier], act);
    std::optional<Mentor> best;
    std::pair<bool, int> best_rank;
    for (const auto& dossier : dossiers.dossiers) {
        const auto& probation = probations[dossier.id];
        if (!probation.ceremony || !probation.helper || probation.is_over || dossier.closed || !tree.find(dossier.cell))
            continue;
        bool waits = probation.ceremony->plus_months(probation_months) <= as_of && !probation.has_remarks;
        std::pair rank(!waits, distance(tree, home, dossier.cell));
        if (!best || rank < best_rank) {
            best = Mentor{.person = *probation.helper, .cell = dossier.cell};
            best_rank = rank;
        }
    }
    return best;
}

} // namespace phusa::demo
