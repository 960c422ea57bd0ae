#include "app/audit_rounds/corrections.hpp"

#include "app/audit_rounds/round_gate.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

// Reads rounds and samples once for many faults.
class LineReader
{
public:
    LineReader(App& app, const Actor& actor, storage::Session& session, const Gate& gate)
        : app_(app), actor_(actor), session_(session), gate_(gate)
    {
        for (auto& round : storage::audit_rounds(session))
            rounds_.emplace(round.id, std::move(round));
    }

    // Nothing where the asker may not see it, or it is not asked for.
    std::optional<CorrectionLine> read(const CheckFault& fault, const CorrectionQuestion& question)
    {
        auto dossier = storage::dossier(session_, fault.dossier);
        if (!dossier || !gate_.pass(Right::see_dossiers, dossier->cell) || !is_asked(fault, dossier->cell, question))
            return std::nullopt;
        const auto& round = rounds_.at(fault.round);
        auto person = storage::person(session_, dossier->person);
        auto today = app_.today();
        bool is_open = fault.state() == CorrectionState::open;
        return CorrectionLine{.fault = fault,
                              .kind_title = title_of_fault(fault.kind),
                              .round_name = round.name,
                              .name = person ? person->name : std::string(),
                              .cell_name = unit_name(app_, dossier->cell),
                              .days_left = days_between(today, fault.due),
                              .is_late = is_open && fault.due < today,
                              .may_do = is_open && gate_.pass(Right::record_cell_acts, dossier->cell).has_value(),
                              .may_confirm = fault.state() == CorrectionState::done &&
                                             gate_.pass(Right::record_committee_acts, round.unit).has_value() &&
                                             !was_done_by(session_, fault, actor_)};
    }

private:
    bool is_asked(const CheckFault& fault, OrganisationId cell, const CorrectionQuestion& question) const
    {
        bool has_state = question.state ? fault.state() == *question.state : question.all || !fault.confirmed;
        bool is_within = !question.organisation || gate_.tree().is_within(cell, *question.organisation);
        return has_state && is_within && (question.kind.empty() || fault.kind == question.kind) &&
               (!question.round || fault.round == *question.round);
    }

    App& app_;
    const Actor& actor_;
    storage::Session& session_;
    const Gate& gate_;
    std::map<AuditRoundId, AuditRound> rounds_;
};

Result<std::vector<CorrectionLine>> lines_for(App& app, const Actor& actor, const CorrectionQuestion& question)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    if (question.organisation)
        TRY_DO(gate.pass(Right::see_dossiers, *question.organisation));
    auto session = app.database().read();
    LineReader reader(app, actor, session, gate);
    std::vector<CorrectionLine> lines;
    for (const auto& fault : storage::check_faults(session))
        if (auto line = reader.read(fault, question))
            lines.push_back(std::move(*line));
    std::ranges::stable_sort(lines, {},
                             [](const CorrectionLine& line) { return std::pair(line.fault.state(), line.fault.due); });
    return lines;
}

} // namespace

Result<CorrectionPage> list_corrections(App& app, const Actor& actor, const CorrectionQuestion& question)
{
    auto lines = TRY(lines_for(app, actor, question));
    CorrectionPage page{.rows = {}, .total = static_cast<std::int64_t>(lines.size())};
    page.late = std::ranges::count_if(lines, &CorrectionLine::is_late);
    for (std::size_t i = question.first; i < lines.size() && page.rows.size() < question.rows; ++i)
        page.rows.push_back(std::move(lines[i]));
    return page;
}

Result<TableStream> export_corrections(App& app, const Actor& actor, const CorrectionQuestion& question)
{
    auto lines = TRY(lines_for(app, actor, question));
    using enum Table::Kind;
    Table table{.title = "Việc khắc phục sau kiểm tra mẫu",
                .notes = {fmt::format("{} việc. Lập lúc {} bởi {}.", vietnamese_number(std::ssize(lines)),
                                      vietnamese_time(app.clock().now()), actor.display_name)},
                .columns = {{"id", "Số", count},
                            {"round", "Đợt kiểm tra", text},
                            {"full_name", "Họ và tên", text},
                            {"cell", "Chi bộ", text},
                            {"kind", "Mã thiếu sót", text},
                            {"title", "Thiếu sót", text},
                            {"severity", "Mức độ", text},
                            {"due", "Hạn khắc phục", date},
                            {"state", "Tình trạng", text},
                            {"done", "Ngày khắc phục", date},
                            {"confirmed", "Ngày xác nhận", date}},
                .rows = {}};
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    auto day = [](const std::optional<Date>& on) { return on ? Cell(*on) : Cell(); };
    for (const auto& line : lines)
        table.rows.push_back({line.fault.id.value, line.round_name, line.name, line.cell_name, line.fault.kind,
                              line.kind_title, std::string(title_of(line.fault.severity)), line.fault.due,
                              std::string(title_of(line.fault.state())), day(line.fault.done),
                              day(line.fault.confirmed)});
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.corrections",
            .subject = "audit_rounds",
            .organisation = question.organisation ? question.organisation : Gate(app, actor).home(),
            .details = {{"rows", std::to_string(table.rows.size())}}});
    transaction.commit();
    return stream_of(std::move(table));
}

} // namespace phusa
