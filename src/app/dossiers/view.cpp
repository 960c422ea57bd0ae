#include "app/dossiers/view.hpp"

#include "app/dossiers/act_roles.hpp"
#include "app/dossiers/act_views.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/dossiers/papers.hpp"
#include "app/look.hpp"
#include "domain/act_rights.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// What follows from the judged dossier alone.
void show_judged(App& app, const Actor& actor, const Gate& gate, const JudgedDossier& judged, DossierView& view)
{
    auto handling = handling_of(gate.tree(), judged.dossier.cell);
    view.cell = handling.cell;
    view.grassroots = handling.grassroots;
    view.deciding = handling.deciding;
    if (auto position = gate.tree().find(judged.dossier.cell))
        for (auto above : gate.tree().path(*position))
            if (gate.pass(Right::see_organisations, gate.tree().at(above).id))
                view.path.push_back(gate.tree().at(above));
    view.stage = judged.stage;
    view.days_in_stage = std::max(0, days_between(judged.stage.since, view.as_of));
    if (is_open(judged.stage.stage))
        view.next = next_of(gate, judged, view.as_of);
    bool decides = decides_for(app, actor, gate, judged.dossier.cell);
    for (auto& next : view.next)
        next.may_record &= decides || right_to_record(next.act) != Right::record_decisions;
    view.papers = papers_of(judged, view.as_of);
    view.may_record = recordable_acts(app, actor, gate, judged);
    view.may_record_past_facts = decides;
    view.revision = revision_of(judged);
    view.past_facts = judged.past_facts;
}

std::vector<MoveLine> open_slips(App& app, const Actor& actor, DossierId id)
{
    auto slips = list_open_moves(app, actor);
    if (!slips)
        return {}; // somebody who has nothing to do with slips
    std::erase_if(*slips, [&](const MoveLine& slip) { return slip.move.dossier != id; });
    return std::move(*slips);
}

} // namespace

Result<DossierView> show_dossier(App& app, const Actor& actor, DossierId id, std::optional<Date> as_of)
{
    Gate gate(app, actor);
    DossierView view;
    view.as_of = as_of.value_or(app.today());
    {
        auto session = app.database().read();
        auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, id, view.as_of));
        show_judged(app, actor, gate, judged, view);
        view.findings = findings_of(judged, view.as_of);
        auto acts = act_views(app, actor, session, gate, judged, view.findings);
        view.acts = std::move(acts.standing);
        view.withdrawn = std::move(acts.withdrawn);
        view.judged = std::move(judged.judged.value);
        view.verdict = std::move(judged.verdict);
        view.dossier = std::move(judged.dossier);
        view.person = std::move(judged.person);
    }
    view.moves = open_slips(app, actor, id);
    record_look(app, actor, view.person);
    return view;
}

Result<std::vector<DossierOfPerson>> dossiers_of_person(App& app, const Actor& actor, PersonId person)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    std::vector<DossierOfPerson> found;
    auto session = app.database().read();
    for (const auto& dossier : storage::dossiers_of(session, person)) {
        auto judged = judged_behind_gate(app, session, gate, Right::see_dossiers, dossier.id, app.today());
        if (judged)
            found.push_back({.id = dossier.id, .stage = judged->stage, .opened = dossier.opened});
    }
    std::ranges::reverse(found);
    return found;
}

} // namespace phusa
