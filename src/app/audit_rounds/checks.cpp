#include "app/audit_rounds/checks.hpp"

#include "app/audit_rounds/round_gate.hpp"
#include "app/audit_rounds/sample_lines.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/dossiers/papers.hpp"
#include "app/recording.hpp"
#include "domain/case_reading.hpp"
#include "rules/audit_rules.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"
#include "storage/dossier_acts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

std::string paper_in_words(const Paper& paper)
{
    auto words = paper.number;
    if (!paper.issuer.empty())
        words += (words.empty() ? "" : ", ") + paper.issuer;
    return words;
}

std::string votes_in_words(const Act& act)
{
    if (act.kind == ActKind::cell_vote)
        return fmt::format("{}/{} đảng viên chính thức tán thành, {} có mặt", act.cell.in_favour, act.cell.official,
                           act.cell.present);
    if (act.kind == ActKind::committee_vote)
        return fmt::format("{}/{} cấp uỷ viên tán thành", act.committee.in_favour, act.committee.members);
    return {};
}

bool is_set_aside(const JudgedDossier& judged, const RecordedAct& act)
{
    auto place = std::ranges::find(judged.judged.acts, act.id);
    return !act.side &&
           (place == judged.judged.acts.end() ||
            is_set_aside(judged.judged.value, static_cast<std::size_t>(place - judged.judged.acts.begin())));
}

std::vector<CheckSheet::DoneAct> acts_of(const JudgedDossier& judged)
{
    std::vector<CheckSheet::DoneAct> acts;
    for (const auto& act : judged.acts)
        acts.push_back({.on = act.act.on,
                        .title = title_of(act),
                        .paper = paper_in_words(act.paper),
                        .votes = act.side ? std::string() : votes_in_words(act.act),
                        .is_past_fact = act.is_past_fact,
                        .is_set_aside = is_set_aside(judged, act)});
    return acts;
}

// Not once an hour as other looks: a reach that is lent for a time leaves every trace.
void record_opening(App& app, const Actor& actor, const SeenSample& seen)
{
    if (actor.is_program())
        return;
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "person.look",
            .subject = fmt::format("person:{}", seen.person.id.value),
            .person = seen.person.id,
            .organisation = seen.dossier.cell,
            .details = {{"reason", fmt::format("Kiểm tra mẫu: {}", seen.round.name)}}});
    transaction.commit();
}

FaultTally tally_of(const std::vector<CheckFault>& faults, AuditSampleId id) { return tallies_of(faults)[id]; }

} // namespace

const std::vector<CheckFaultKind>& check_fault_kinds() { return shipped_audit_rules().faults; }

std::string title_of_fault(std::string_view kind)
{
    auto found = std::ranges::find(check_fault_kinds(), kind, &CheckFaultKind::key);
    return found == check_fault_kinds().end() ? std::string(kind) : found->title;
}

Result<std::vector<CheckLine>> my_checks(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::record_cell_acts));
    auto session = app.database().read();
    std::map<AuditRoundId, AuditRound> rounds;
    for (auto& round : storage::audit_rounds(session))
        rounds.emplace(round.id, std::move(round));
    auto tallies = tallies_of(storage::check_faults(session));
    std::vector<CheckLine> lines;
    for (const auto& sample : storage::open_audit_samples(session)) {
        const auto& round = rounds.at(sample.round);
        if (!is_checker(gate, round, sample))
            continue;
        lines.push_back({.line = line_of(app, session, sample, tallies[sample.id]),
                         .round_name = round.name,
                         .due = round.due,
                         .is_late = !sample.checked && round.due < app.today()});
    }
    std::ranges::stable_sort(
        lines, {}, [](const CheckLine& line) { return std::pair(line.line.sample.checked.has_value(), line.due); });
    return lines;
}

Result<CheckSheet> show_check_sheet(App& app, const Actor& actor, AuditSampleId id)
{
    Gate gate(app, actor);
    CheckSheet sheet;
    SeenSample seen;
    {
        auto session = app.database().read();
        seen = TRY(sample_behind_gate(session, gate, id));
        sheet.faults = storage::check_faults_of(session, id);
        sheet.line = line_of(app, session, seen.sample, tally_of(sheet.faults, id));
        auto acts = storage::listed_dossier_acts_of(session, seen.dossier.id);
        auto judged = judge_dossier(app, seen.dossier, seen.person, std::move(acts), app.today());
        sheet.grassroots_name = handling_of(gate.tree(), seen.dossier.cell).grassroots.name;
        sheet.stage = judged.stage;
        sheet.acts = acts_of(judged);
        sheet.papers = papers_of(judged, app.today());
        sheet.findings = findings_of(judged, app.today());
    }
    sheet.note = seen.sample.note;
    sheet.may_check = seen.checks;
    sheet.sees_whole = gate.pass(Right::see_dossiers, seen.dossier.cell).has_value();
    sheet.correct_by = app.today().plus_days(shipped_audit_rules().correct_days);
    record_opening(app, actor, seen);
    sheet.round = std::move(seen.round);
    return sheet;
}

} // namespace phusa
