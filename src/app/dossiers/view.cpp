#include "app/dossiers/view.hpp"

#include "app/dossiers/act_roles.hpp"
#include "app/dossiers/act_views.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/dossiers/papers.hpp"
#include "app/dossiers/reach.hpp"
#include "app/look.hpp"
#include "domain/act_rights.hpp"
#include "domain/case_reading.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// A decision that stands is asked as of its day, one to come as of the day of judging.
void show_special_cases(const JudgedDossier& judged, DossierView& view)
{
    auto decision = latest_act(judged.judged.value, ActKind::decision, Matter::admission, view.as_of);
    auto day = decision ? judged.judged.value.acts[*decision].on : view.as_of;
    view.lacking = lacking_consents(judged.dossier, day);
    view.decided_without = decision && !view.lacking.empty();
}

// What follows from the judged dossier alone.
void show_judged(App& app, const Actor& actor, const Gate& gate, const ReachedDossier& reached, DossierView& view)
{
    const auto& judged = reached.judged;
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
    show_special_cases(judged, view);
    view.may_record = recordable_acts(app, actor, gate, reached.reach, judged);
    view.may_record_past_facts = decides;
    view.revision = revision_of(judged);
    view.past_facts = judged.past_facts;
}

// What the relation needs and no more: who it is, and what of theirs is to be done or was done.
void show_related(storage::Session& session, const Gate& gate, const ReachedDossier& reached, DossierView& view)
{
    const auto& judged = reached.judged;
    view.by_relation = true;
    auto helper = reached.reach.helper ? storage::person(session, *reached.reach.helper) : std::nullopt;
    if (helper) {
        view.helper = helper->id;
        view.helper_name = helper->name;
    }
    view.dossier = {.id = judged.dossier.id,
                    .version = judged.dossier.version,
                    .person = judged.dossier.person,
                    .cell = judged.dossier.cell,
                    .opened = judged.dossier.opened};
    view.person.id = judged.person.id;
    view.person.name = judged.person.name;
    view.person.born = judged.person.born;
    view.person.cell = judged.person.cell;
    view.person.invented = judged.person.invented;
    auto handling = handling_of(gate.tree(), judged.dossier.cell);
    view.cell = handling.cell;
    view.grassroots = handling.grassroots;
    view.stage = judged.stage;
    view.days_in_stage = std::max(0, days_between(judged.stage.since, view.as_of));
    view.revision = revision_of(judged);
    auto theirs = acts_by_relation(reached.reach, judged);
    for (const auto& act : theirs) {
        if (act.act.kind == ActKind::introduction)
            view.introduces_as = act.act.by;
        if (std::ranges::find(view.may_record, key_of(act.act.kind)) == view.may_record.end())
            view.may_record.emplace_back(key_of(act.act.kind));
    }
    for (auto& next : next_of(gate, judged, view.as_of)) {
        bool is_theirs = std::ranges::any_of(theirs, [&](const RecordedAct& act) {
            bool is_of_stage = act.act.kind != ActKind::certificate ||
                               (act.act.certificate == CertificateKind::awareness) == (next.about == Matter::admission);
            return act.act.kind == next.act && is_of_stage;
        });
        if (!is_theirs)
            continue;
        next.may_record = true;
        view.next.push_back(std::move(next));
    }
}

void show_whole(App& app, const Actor& actor, storage::Session& session, const Gate& gate, ReachedDossier& reached,
                DossierView& view)
{
    show_judged(app, actor, gate, reached, view);
    auto& judged = reached.judged;
    view.findings = findings_of(judged, view.as_of);
    auto acts = act_views(app, actor, session, gate, judged, view.findings);
    view.acts = std::move(acts.standing);
    view.withdrawn = std::move(acts.withdrawn);
    view.judged = std::move(judged.judged.value);
    view.verdict = std::move(judged.verdict);
    bool waits_for_paper = !view.next.empty() && !view.next.front().special.empty();
    if (waits_for_paper && view.verdict.outcome == Outcome::clear)
        view.verdict.outcome = Outcome::waiting;
    view.dossier = std::move(judged.dossier);
    view.person = std::move(judged.person);
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
        auto reached = TRY(reached_behind_gate(app, session, actor, gate, id, view.as_of));
        if (reached.reach.whole)
            show_whole(app, actor, session, gate, reached, view);
        else
            show_related(session, gate, reached, view);
    }
    if (!view.by_relation)
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
