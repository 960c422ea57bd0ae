#include "app/audit_rounds/rounds.hpp"

#include "app/audit_rounds/round_gate.hpp"
#include "app/audit_rounds/sample_lines.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/text.hpp"
#include "rules/audit_draw.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace phusa
{

namespace
{

using Tallies = std::map<AuditSampleId, FaultTally>;

AuditRoundLine round_line(App& app, storage::Session& session, const AuditRound& round,
                          const std::vector<AuditSample>& samples, const Tallies& tallies)
{
    AuditRoundLine line{.round = round, .unit_name = unit_name(app, round.unit)};
    line.lots = static_cast<int>(storage::audit_lots(session, round.id).size());
    line.drawn = static_cast<int>(samples.size());
    line.is_late = round.is_open() && round.due < app.today();
    for (const auto& sample : samples) {
        line.checked += sample.checked ? 1 : 0;
        if (auto tally = tallies.find(sample.id); tally != tallies.end()) {
            line.faults += tally->second.faults;
            line.uncorrected += tally->second.uncorrected;
        }
    }
    return line;
}

// Whether seed, share and lots give the samples that stand.
bool repeats(const AuditRound& round, const std::vector<AuditLot>& lots, const std::vector<AuditSample>& samples)
{
    std::set<DossierId> again;
    std::set<DossierId> stored;
    for (auto place : draw_lots(lots, round.share, round.seed))
        again.insert(lots[place].dossier);
    for (const auto& sample : samples)
        stored.insert(sample.dossier);
    return again == stored;
}

std::vector<AuditRoundView::Unit> units_of(App& app, const std::vector<AuditLot>& lots,
                                           const std::vector<AuditSampleLine>& samples)
{
    std::vector<AuditRoundView::Unit> units;
    auto unit_with = [&](OrganisationId id) -> AuditRoundView::Unit& {
        auto found = std::ranges::find(units, id, &AuditRoundView::Unit::unit);
        if (found != units.end())
            return *found;
        units.push_back({.unit = id, .name = unit_name(app, id)});
        return units.back();
    };
    for (const auto& line : samples) {
        auto& unit = unit_with(line.sample.unit);
        ++unit.drawn;
        unit.checked += line.sample.checked ? 1 : 0;
        unit.faults += line.faults;
    }
    for (const auto& lot : lots)
        ++unit_with(lot.unit).dossiers;
    return units;
}

std::vector<AuditRoundView::Checker> checkers_of(const std::vector<AuditSampleLine>& samples)
{
    std::vector<AuditRoundView::Checker> checkers;
    for (const auto& line : samples) {
        auto found = std::ranges::find(checkers, line.sample.checking, &AuditRoundView::Checker::cell);
        if (found == checkers.end())
            found = checkers.insert(checkers.end(), {.cell = line.sample.checking, .name = line.checking_name});
        ++found->assigned;
        found->checked += line.sample.checked ? 1 : 0;
    }
    std::ranges::stable_sort(checkers, std::ranges::greater(),
                             [](const AuditRoundView::Checker& each) { return each.assigned - each.checked; });
    return checkers;
}

} // namespace

Result<std::vector<AuditRoundLine>> list_audit_rounds(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto session = app.database().read();
    auto tallies = tallies_of(storage::check_faults(session));
    std::vector<AuditRoundLine> lines;
    for (const auto& round : storage::audit_rounds(session))
        if (gate.pass(Right::see_dossiers, round.unit))
            lines.push_back(round_line(app, session, round, storage::audit_samples_of(session, round.id), tallies));
    return lines;
}

Result<AuditRoundView> show_audit_round(App& app, const Actor& actor, AuditRoundId id)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto round = TRY(round_behind_gate(session, gate, Right::see_dossiers, id));
    auto samples = storage::audit_samples_of(session, id);
    auto lots = storage::audit_lots(session, id);
    auto tallies = tallies_of(storage::check_faults(session));
    AuditRoundView view{.line = round_line(app, session, round, samples, tallies)};
    for (const auto& sample : samples)
        view.samples.push_back(line_of(app, session, sample, tallies[sample.id]));
    view.units = units_of(app, lots, view.samples);
    view.checkers = checkers_of(view.samples);
    view.repeats = repeats(round, lots, samples);
    view.leads = gate.pass(Right::record_committee_acts, round.unit).has_value();
    return view;
}

Result<void> close_audit_round(App& app, const Actor& actor, AuditRoundId id, std::int64_t version,
                               std::string_view conclusion)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto round = TRY(round_behind_gate(transaction, gate, Right::record_committee_acts, id));
    if (!round.is_open())
        return problem(Problem::Kind::conflict, "Đợt kiểm tra này đã kết thúc.");
    if (round.version != version)
        return problem(Problem::Kind::conflict, "Người khác vừa sửa đợt kiểm tra này. Hãy tải lại trang rồi làm tiếp.");
    round.closed = std::max(app.today(), round.drawn);
    round.conclusion = clean_text(conclusion);
    TRY_DO(check(round));
    auto by = record(app, transaction, actor,
                     {.action = "audit_round.close",
                      .subject = fmt::format("organisation:{}", round.unit.value),
                      .organisation = round.unit,
                      .details = {{"name", round.name}, {"note", round.conclusion}}});
    TRY_DO(storage::correct_audit_round(transaction, round, by));
    transaction.commit();
    return {};
}

} // namespace phusa
