#include "app/dossiers/registers.hpp"

#include "app/dossiers/chosen.hpp"
#include "app/dossiers/handling.hpp"
#include "domain/case_reading.hpp"
#include "storage/database.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

template<typename Row>
std::vector<Row> cut(std::vector<Row> all, std::size_t first, std::size_t rows)
{
    auto begin = std::min(first, all.size());
    auto end = begin + std::min(rows, all.size() - begin);
    return {std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
            std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end))};
}

// One line before its names are read: only those of the rows that are shown are.
struct Probationer {
    ProbationLine line;
    bool has_helper = false;
    std::optional<PersonId> helper = {}; // where in this register
};

// The papers of recognition that lie in a dossier, and who helps.
void read_papers(Probationer& probationer, const JudgedDossier& judged)
{
    auto& line = probationer.line;
    for (const auto& recorded : judged.acts) {
        const auto& act = recorded.act;
        if (recorded.side || act.on < line.ceremony)
            continue;
        line.has_certificate |= act.kind == ActKind::certificate && act.certificate == CertificateKind::new_member;
        line.has_self_review |= act.kind == ActKind::self_review;
        line.has_helper_remarks |= act.kind == ActKind::helper_remarks;
        line.has_opinions |= act.kind == ActKind::opinions && act.on > line.ceremony;
        if (act.kind == ActKind::helper) {
            probationer.has_helper = true;
            probationer.helper = recorded.who;
        }
    }
}

bool is_on_probation(Stage stage) { return stage >= Stage::probation && stage <= Stage::recognition_decision; }

std::optional<Probationer> probation_line(const Gate& gate, const JudgedDossier& judged, Date today)
{
    if (!is_on_probation(judged.stage.stage))
        return std::nullopt;
    auto ceremony = latest_act(judged.judged.value, ActKind::ceremony, std::nullopt, today);
    if (!ceremony)
        return std::nullopt;
    constexpr int probation_months = 12;
    auto on = judged.judged.value.acts[*ceremony].on;
    ProbationLine line{.dossier = judged.dossier.id,
                       .person = judged.person.id,
                       .name = judged.person.name,
                       .born = judged.person.born,
                       .cell_name = handling_of(gate.tree(), judged.dossier.cell).cell.name,
                       .stage = judged.stage.stage,
                       .ceremony = on,
                       .ends = on.plus_months(probation_months),
                       .late = judged.late};
    for (const auto& next : judged.verdict.next)
        if (next.act == ActKind::cell_vote && next.about == Matter::recognition)
            line.vote_by = next.latest;
    Probationer probationer{.line = std::move(line)};
    read_papers(probationer, judged);
    return probationer;
}

// Somebody who is not in this register has only a sealed name, which the dossier itself shows.
std::string helper_name_of(storage::Session& session, const Probationer& probationer)
{
    if (!probationer.has_helper)
        return {};
    auto person = probationer.helper ? storage::person(session, *probationer.helper) : std::nullopt;
    return person ? person->name : "đã phân công";
}

// Acts that stand in the register of decisions.
bool is_decision(const RecordedAct& act)
{
    if (act.side)
        return act.side != SideAct::recheck;
    return act.act.kind == ActKind::decision || act.act.kind == ActKind::removal;
}

// As offices call it: who takes it stands beside it.
std::string decision_title(const RecordedAct& act)
{
    if (act.side || act.act.kind != ActKind::decision)
        return title_of(act);
    switch (act.act.about.value_or(Matter::admission)) {
    case Matter::admission:
        return "Quyết định kết nạp đảng viên";
    case Matter::recognition:
        return "Quyết định công nhận đảng viên chính thức";
    case Matter::removal:
        return "Quyết định xoá tên";
    }
    std::unreachable();
}

DecisionLine decision_line(const Gate& gate, const JudgedDossier& judged, const RecordedAct& act)
{
    DecisionLine line{.dossier = judged.dossier.id,
                      .act = act.id,
                      .person = judged.person.id,
                      .name = judged.person.name,
                      .cell_name = handling_of(gate.tree(), judged.dossier.cell).cell.name,
                      .title = decision_title(act),
                      .on = act.act.on,
                      .paper = act.paper,
                      .received = act.act.received};
    bool is_judged = std::ranges::find(judged.judged.acts, act.id) != judged.judged.acts.end();
    line.cancelled = !act.side && !is_judged;
    for (const auto& finding : judged.verdict.findings)
        line.late |= finding.rule == Rule::decision_late && finding.act && judged.judged.acts[*finding.act] == act.id;
    return line;
}

} // namespace

Result<ProbationPage> list_probation(App& app, const Actor& actor, std::optional<OrganisationId> organisation,
                                     std::size_t first, std::size_t rows)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    std::vector<Probationer> lines;
    ProbationPage page;
    for (const auto* entry : TRY(dossiers_in_scope(gate, *all, organisation)))
        if (auto line = probation_line(gate, entry->judged, app.today())) {
            page.late += line->line.late;
            lines.push_back(std::move(*line));
        }
    std::ranges::stable_sort(lines, {}, [](const Probationer& each) { return each.line.ends; });
    page.total = static_cast<std::int64_t>(lines.size());
    auto session = app.database().read();
    for (auto& shown : cut(std::move(lines), first, rows)) {
        shown.line.helper_name = helper_name_of(session, shown);
        page.rows.push_back(std::move(shown.line));
    }
    return page;
}

Result<DecisionPage> list_decisions(App& app, const Actor& actor, const DecisionQuestion& question)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    std::vector<DecisionLine> lines;
    for (const auto* entry : TRY(dossiers_in_scope(gate, *all, question.organisation)))
        for (const auto& act : entry->judged.acts)
            if (is_decision(act) && (!question.period || question.period->contains(act.act.on)))
                lines.push_back(decision_line(gate, entry->judged, act));
    std::ranges::stable_sort(lines, std::ranges::greater(), &DecisionLine::on);
    DecisionPage page{.total = static_cast<std::int64_t>(lines.size())};
    page.rows = cut(std::move(lines), question.first, question.rows);
    return page;
}

} // namespace phusa
