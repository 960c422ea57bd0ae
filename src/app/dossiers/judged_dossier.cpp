#include "app/dossiers/judged_dossier.hpp"

#include "rules/judge.hpp"

#include <algorithm>

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

} // namespace

bool is_grassroots_cell(App& app, OrganisationId cell)
{
    auto tree = app.tree();
    auto position = tree->find(cell);
    return position && tree->at(*position).kind == OrganisationKind::grassroots_cell;
}

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

} // namespace phusa
