#include "app/papers/offered.hpp"

#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/papers/making.hpp"
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
        for (const auto& act : judged_.acts) {
            auto matter = act.act.about.value_or(matter_of(judged_.judged.value, act.act));
            if (goes_with(form, act, matter))
                papers.push_back(paper(form, &act));
        }
        if (papers.empty() && form.act != ActKind::transfer && form.act != ActKind::redo &&
            form.act != ActKind::removal)
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

} // namespace

Result<OfferedPapers> offered_papers(App& app, const Actor& actor, DossierId dossier)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, dossier, app.today()));
    OfferedPapers offered{.dossier = dossier, .name = judged.person.name, .has_pdf = has_pdf(app)};
    Offering offering(app, session, judged);
    bool is_admitted = latest_act(judged.judged.value, ActKind::ceremony, std::nullopt, app.today()).has_value();
    for (const auto& form : paper_book().forms) {
        if (form.about == Matter::recognition && !is_admitted)
            continue;
        RecordedAct act;
        act.act.kind = form.act;
        bool is_allowed = may_record(app, actor, gate, act, judged.dossier.cell).has_value();
        for (auto& paper : offering.of(form)) {
            paper.may_make = is_allowed;
            (form.is_extra ? offered.of_process : offered.of_dossier).push_back(std::move(paper));
        }
    }
    return offered;
}

} // namespace phusa
