#include "app/audit_rounds/statistics.hpp"

#include "app/audit_rounds/checks.hpp"
#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

using FaultsBySample = std::map<AuditSampleId, std::vector<CheckFault>>;

void count(CheckCounts& counts, const AuditSample& sample, const std::vector<CheckFault>& faults)
{
    ++counts.drawn;
    counts.checked += sample.checked ? 1 : 0;
    counts.with_faults += faults.empty() ? 0 : 1;
    for (const auto& fault : faults) {
        ++counts.faults;
        counts.confirmed += fault.confirmed ? 1 : 0;
        ++counts.by_severity[static_cast<std::size_t>(fault.severity) - 1];
        ++counts.by_kind[fault.kind];
    }
}

Result<OrganisationTree::Position> asked_unit(const Gate& gate, const CheckStatisticsQuestion& question)
{
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    if (question.organisation) {
        TRY_DO(gate.pass(Right::see_dossiers, *question.organisation));
        if (auto position = gate.tree().find(*question.organisation))
            return *position;
        return problem(Problem::Kind::not_found, "Tổ chức này không còn hoạt động; hãy xem ở tổ chức cấp trên.");
    }
    auto ranges = gate.ranges(Right::see_dossiers);
    if (ranges.empty())
        return problem(Problem::Kind::not_found, "Chưa có tổ chức nào trong phạm vi của anh/chị.");
    return ranges.front().first;
}

FaultsBySample faults_by_sample(storage::Session& session)
{
    FaultsBySample faults;
    for (auto& fault : storage::check_faults(session))
        faults[fault.sample].push_back(std::move(fault));
    return faults;
}

void sort_kinds(CheckStatistics& statistics)
{
    for (const auto& [kind, count] : statistics.whole.by_kind)
        statistics.kinds.emplace_back(kind, title_of_fault(kind));
    std::ranges::stable_sort(statistics.kinds, std::ranges::greater(),
                             [&](const auto& kind) { return statistics.whole.by_kind.at(kind.first); });
}

CheckStatistics::Unit* unit_with(CheckStatistics& statistics, const OrganisationTree& tree, OrganisationId cell)
{
    auto found = std::ranges::find_if(
        statistics.units, [&](const CheckStatistics::Unit& unit) { return tree.is_within(cell, unit.unit.id); });
    return found == statistics.units.end() ? nullptr : &*found;
}

} // namespace

Result<CheckStatistics> check_statistics(App& app, const Actor& actor, const CheckStatisticsQuestion& question)
{
    Gate gate(app, actor);
    auto position = TRY(asked_unit(gate, question));
    const auto& tree = gate.tree();
    CheckStatistics statistics{.unit = tree.at(position)};
    for (auto above : tree.path(position))
        if (gate.pass(Right::see_dossiers, tree.at(above).id))
            statistics.path.push_back(tree.at(above));
    for (auto child : tree.children(position))
        statistics.units.push_back({.unit = tree.at(child)});
    auto session = app.database().read();
    auto faults = faults_by_sample(session);
    for (auto& round : storage::audit_rounds(session)) {
        if (question.round && round.id != *question.round)
            continue;
        CheckStatistics::Round of{.round = round};
        for (const auto& sample : storage::audit_samples_of(session, round.id)) {
            if (!tree.is_within(sample.cell, statistics.unit.id))
                continue;
            count(of.counts, sample, faults[sample.id]);
            count(statistics.whole, sample, faults[sample.id]);
            if (auto* unit = unit_with(statistics, tree, sample.cell))
                count(unit->counts, sample, faults[sample.id]);
        }
        if (of.counts.drawn > 0)
            statistics.rounds.push_back(std::move(of));
    }
    std::ranges::reverse(statistics.rounds);
    std::erase_if(statistics.units, [](const CheckStatistics::Unit& unit) { return unit.counts.drawn == 0; });
    sort_kinds(statistics);
    return statistics;
}

Result<TableStream> export_check_statistics(App& app, const Actor& actor, const CheckStatisticsQuestion& question)
{
    auto statistics = TRY(check_statistics(app, actor, question));
    using enum Table::Kind;
    Table table{.title = "Các loại thiếu sót qua kiểm tra mẫu",
                .notes = {fmt::format("Phạm vi: {}.", statistics.unit.name),
                          fmt::format("{} hồ sơ được rút, {} đã kiểm tra, {} có thiếu sót. Lập lúc {} bởi {}.",
                                      statistics.whole.drawn, statistics.whole.checked, statistics.whole.with_faults,
                                      vietnamese_time(app.clock().now()), actor.display_name)},
                .columns = {{"kind", "Mã", text}, {"title", "Loại thiếu sót", text}, {"total", "Cộng", count}},
                .rows = {}};
    for (const auto& round : statistics.rounds)
        table.columns.push_back({fmt::format("round_{}", round.round.id.value), round.round.name, count});
    for (const auto& unit : statistics.units)
        table.columns.push_back({fmt::format("unit_{}", unit.unit.id.value), unit.unit.name, count});
    auto of_kind = [](const CheckCounts& counts, const std::string& kind) -> std::int64_t {
        auto found = counts.by_kind.find(kind);
        return found == counts.by_kind.end() ? 0 : found->second;
    };
    for (const auto& [kind, title] : statistics.kinds) {
        std::vector<Cell> row{kind, title, of_kind(statistics.whole, kind)};
        for (const auto& round : statistics.rounds)
            row.emplace_back(of_kind(round.counts, kind));
        for (const auto& unit : statistics.units)
            row.emplace_back(of_kind(unit.counts, kind));
        table.rows.push_back(std::move(row));
    }
    return stream_of(std::move(table));
}

} // namespace phusa
