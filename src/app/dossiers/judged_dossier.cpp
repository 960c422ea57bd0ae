#include "app/dossiers/judged_dossier.hpp"

#include "app/recording.hpp"
#include "base/text.hpp"
#include "rules/judge.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

void count_findings(JudgedDossier& judged)
{
    for (const auto& finding : judged.verdict.findings) {
        (finding.severity() == Severity::block ? judged.blocks : judged.warnings) += 1;
        judged.late |= finding.due && !finding.act;
    }
    judged.past_facts = static_cast<int>(std::ranges::count_if(judged.acts, &RecordedAct::is_past_fact));
}

std::map<DossierId, std::vector<RecordedAct>> acts_by_dossier(storage::Session& session)
{
    std::map<DossierId, std::vector<RecordedAct>> acts;
    for (auto& act : storage::all_dossier_acts(session))
        acts[act.dossier].push_back(std::move(act));
    return acts;
}

std::shared_ptr<const DossierRegister> reckon(App& app, storage::Session& session)
{
    // What is kept until the next write must not be judged by rulebooks of before this one.
    app.forget_rulebooks();
    auto acts = acts_by_dossier(session);
    auto made = std::make_shared<DossierRegister>();
    for (auto& dossier : storage::all_dossiers(session)) {
        auto person = storage::person(session, dossier.person);
        if (!person)
            continue; // purged
        auto id = dossier.id;
        auto judged = judge_dossier(app, std::move(dossier), std::move(*person), std::move(acts[id]), app.today());
        auto name = judged.person.name;
        made->entries.push_back({std::move(judged), name_sort_key(name), fold(name)});
    }
    std::ranges::sort(made->entries, [](const auto& a, const auto& b) {
        return std::pair(std::string_view(a.sort_key), a.judged.dossier.id) <
               std::pair(std::string_view(b.sort_key), b.judged.dossier.id);
    });
    for (std::size_t i = 0; i < made->entries.size(); ++i)
        made->places.emplace(made->entries[i].judged.dossier.id, i);
    return made;
}

bool is_grassroots_cell(App& app, OrganisationId cell)
{
    auto tree = app.tree();
    auto position = tree->find(cell);
    return position && tree->at(*position).kind == OrganisationKind::grassroots_cell;
}

} // namespace

JudgedDossier judge_dossier(App& app, Dossier dossier, Person person, std::vector<RecordedAct> acts, Date as_of)
{
    std::ranges::stable_sort(acts, [](const RecordedAct& a, const RecordedAct& b) {
        return std::pair(a.act.on, a.id) < std::pair(b.act.on, b.id);
    });
    JudgedDossier made{.dossier = std::move(dossier), .person = std::move(person), .acts = std::move(acts)};
    made.judged = case_of(made.dossier, made.person, made.acts, is_grassroots_cell(app, made.dossier.cell));
    made.books = &app.rulebooks();
    made.verdict = judge(made.judged.value, as_of, *made.books, app.working_days());
    made.stage = stage_of(made.dossier, made.acts, made.judged, made.verdict, as_of);
    count_findings(made);
    return made;
}

std::shared_ptr<const DossierRegister> dossier_register(App& app)
{
    auto session = app.database().read();
    auto written = register_written(session);
    return app.reckoned().get<DossierRegister>(written, app.today(), [&] { return reckon(app, session); });
}

} // namespace phusa
