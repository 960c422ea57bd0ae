#include "app/dossiers/next_view.hpp"

#include "domain/act_rights.hpp"
#include "domain/case_reading.hpp"
#include "rules/citation.hpp"
#include "rules/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

// The act from which the clock of `next` runs, and what it counts.
struct DeadlineClock {
    ActKind from;
    std::optional<Matter> about;
    Rule rule;
    std::size_t value;
};

std::optional<DeadlineClock> clock_of(const NextAct& next)
{
    switch (next.act) {
    case ActKind::decision:
        return DeadlineClock{ActKind::cell_vote, next.about, Rule::decision_late,
                             next.about == Matter::admission ? value::admission : value::recognition};
    case ActKind::ceremony:
        return DeadlineClock{ActKind::decision, Matter::admission, Rule::ceremony_late, value::ceremony_working_days};
    case ActKind::member_declaration:
        return DeadlineClock{ActKind::ceremony, std::nullopt, Rule::member_declaration_late, 0};
    case ActKind::cell_vote:
        if (next.about == Matter::recognition)
            return DeadlineClock{ActKind::ceremony, std::nullopt, Rule::recognition_late, 0};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::string began(const Act& act, bool recognition)
{
    switch (act.kind) {
    case ActKind::cell_vote:
        return fmt::format("Chi bộ ra nghị quyết ngày {}", act.on.vietnamese());
    case ActKind::decision:
        return act.received ? fmt::format("Chi bộ nhận quyết định ngày {}", act.received->vietnamese())
                            : fmt::format("Quyết định ban hành ngày {}", act.on.vietnamese());
    default:
        return recognition ? fmt::format("Hết 12 tháng dự bị ngày {}", act.on.plus_months(12).vietnamese())
                           : fmt::format("Lễ kết nạp ngày {}", act.on.vietnamese());
    }
}

} // namespace

std::string title_of(const NextAct& next)
{
    RecordedAct act;
    act.act.kind = next.act;
    bool has_matter = next.act == ActKind::cell_vote || next.act == ActKind::committee_vote ||
                      next.act == ActKind::decision || next.act == ActKind::appraisal;
    if (has_matter)
        act.act.about = next.about;
    if (next.act == ActKind::certificate && next.about == Matter::recognition)
        act.act.certificate = CertificateKind::new_member;
    return title_of(act);
}

FindingView finding_view(const JudgedDossier& judged, const Finding& finding, Date as_of)
{
    auto words = explain(finding, judged.judged.value, as_of, *judged.books);
    FindingView view{.rule = finding.rule,
                     .due = finding.due,
                     .title = std::string(title_of(finding.rule)),
                     .message = std::move(words.message),
                     .regulation = std::move(words.regulation),
                     .citation = std::move(words.citation),
                     .cited = citation_on_screen((*judged.books)[finding.rulebook], finding.rule),
                     .cited_on_paper = citation_on_paper(*judged.books, finding.rulebook, finding.rule, as_of)};
    if (finding.act) {
        view.act = judged.judged.acts[*finding.act];
        auto act = std::ranges::find(judged.acts, *view.act, &RecordedAct::id);
        view.on_past_fact = act != judged.acts.end() && act->is_past_fact;
    }
    return view;
}

std::vector<FindingView> findings_of(const JudgedDossier& judged, Date as_of)
{
    std::vector<FindingView> views;
    for (const auto& finding : judged.verdict.findings)
        views.push_back(finding_view(judged, finding, as_of));
    return views;
}

std::string reckoning_of(const JudgedDossier& judged, const NextAct& next, Date as_of)
{
    auto clock = next.latest ? clock_of(next) : std::nullopt;
    if (!clock)
        return {};
    auto from = latest_act(judged.judged.value, clock->from, clock->about, as_of);
    if (!from)
        return {};
    const auto& act = judged.judged.value.acts[*from];
    auto days = judged.books->on(act.on).number(clock->rule, clock->value);
    return fmt::format("{}; {} ngày làm việc, đến hết ngày {}.", began(act, clock->rule == Rule::recognition_late),
                       days, next.latest->vietnamese());
}

std::vector<NextView> next_of(const Gate& gate, const JudgedDossier& judged, Date as_of)
{
    std::vector<NextView> views;
    auto handling = handling_of(gate.tree(), judged.dossier.cell);
    auto place = judged.books->place_on(as_of);
    for (const auto& next : judged.verdict.next) {
        NextView view{.act = next.act,
                      .about = next.about,
                      .title = title_of(next),
                      .earliest = next.earliest,
                      .latest = next.latest,
                      .blocked_by = next.blocked_by.rules()};
        for (auto rule : view.blocked_by) {
            view.reasons.push_back(explain_unmet(rule, next, judged.judged.value, as_of, *judged.books));
            view.cited.push_back(citation_on_screen((*judged.books)[place], rule));
            view.cited_on_paper.push_back(citation_on_paper(*judged.books, place, rule, as_of));
        }
        if (next.act == ActKind::decision && next.about == Matter::admission)
            view.special = lacking_consents(judged.dossier, as_of);
        view.reckoning = reckoning_of(judged, next, as_of);
        view.actor = handling.who_records(next.act).name;
        view.may_record = gate.pass(right_to_record(next.act), judged.dossier.cell).has_value();
        view.is_late = next.latest && *next.latest < as_of;
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace phusa
