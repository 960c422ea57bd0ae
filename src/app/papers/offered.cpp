#include "app/papers/offered.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/handling.hpp"
#include "app/papers/paper_facts.hpp"
#include "app/papers/paper_occasion.hpp"
#include "app/papers/pdf.hpp"
#include "domain/case_reading.hpp"
#include "storage/audit.hpp"
#include "storage/made_papers.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// Says of each form what the dossier has of it.
class Offering
{
public:
    Offering(App& app, storage::Session& session, const JudgedDossier& judged)
        : app_(app), session_(session), judged_(judged), made_(storage::made_papers_of(session, judged.dossier.id))
    {
    }

    // One for each act; one without an act where there is none.
    std::vector<OfferedPaper> of(const PaperForm& form) const
    {
        std::vector<OfferedPaper> papers;
        for (const auto& act : judged_.acts)
            if (goes_with(form, judged_, act))
                papers.push_back(paper(form, &act));
        if (auto event = event_for(session_, form, judged_.person.id)) {
            papers.push_back(paper(form, nullptr));
            papers.back().on = event->decided_on.value_or(event->on);
        }
        if (papers.empty() && is_for(form, judged_) && precedes_its_act(form))
            papers.push_back(paper(form, nullptr));
        return papers;
    }

private:
    OfferedPaper paper(const PaperForm& form, const RecordedAct* act) const
    {
        OfferedPaper paper{.form = &form};
        if (act) {
            paper.act = act->id;
            paper.act_title = title_of(*act);
            paper.on = act->paper.on.value_or(act->act.on);
            if (!form.is_extra)
                paper.number = act->paper.number;
        }
        paper.set_name = paper_book().set_on(paper.on.value_or(app_.today())).name;
        for (const auto& made : made_) {
            if (made.code != form.code || made.act != paper.act)
                continue;
            auto row = storage::audit_row(session_, made.recorded).value_or(AuditRow{});
            paper.made = made;
            paper.made_at = row.at;
            paper.made_by = row.actor_name;
            if (paper.number.empty())
                paper.number = made.number_text;
        }
        return paper;
    }

    App& app_;
    storage::Session& session_;
    const JudgedDossier& judged_;
    std::vector<MadePaper> made_;
};

// A resolution or a report of a committee that is not there between the cell and the deciding level.
bool has_no_body(const PaperForm& form, const OrganisationTree& tree, OrganisationId cell)
{
    const auto* body = paper_book().body(form.issuer);
    if (body && body->unit == IssuingUnit::section)
        return section_above(tree, cell) == nullptr;
    return form.act == ActKind::committee_vote && !form.side && handling_of(tree, cell).grassroots.id == cell;
}

} // namespace

Result<OfferedPapers> offered_papers(App& app, const Actor& actor, DossierId dossier)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, dossier, app.today()));
    OfferedPapers offered{.dossier = dossier, .name = judged.person.name, .has_pdf = has_pdf(app)};
    Offering offering(app, session, judged);
    bool is_admitted = latest_act(judged.judged.value, ActKind::ceremony, std::nullopt, app.today()).has_value();
    auto tree = app.tree();
    if (auto position = tree->find(judged.dossier.cell))
        offered.cell_code = tree->at(*position).code;
    for (const auto& form : paper_book().forms) {
        bool is_out_of_reach =
            (form.about == Matter::recognition && !is_admitted) || has_no_body(form, *tree, judged.dossier.cell);
        auto papers = offering.of(form);
        if (is_out_of_reach)
            std::erase_if(papers, [](const OfferedPaper& paper) { return !paper.act; });
        bool is_allowed = may_make(app, actor, gate, judged, form).has_value();
        for (auto& paper : papers) {
            paper.may_make = is_allowed;
            (form.is_extra ? offered.of_process : offered.of_dossier).push_back(std::move(paper));
        }
    }
    return offered;
}

} // namespace phusa
