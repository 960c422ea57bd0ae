#include "app/audit_rounds/rounds.hpp"
#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <set>

namespace phusa
{

namespace
{

std::string made_note(App& app, const Actor& actor)
{
    return fmt::format("Lập lúc {} bởi {}.", vietnamese_time(app.clock().now()), actor.display_name);
}

void note_invented(App& app, Table& table)
{
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
}

void record_export(App& app, const Actor& actor, const AuditRound& round, std::string_view what, std::size_t rows)
{
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.audit_round",
            .subject = fmt::format("organisation:{}", round.unit.value),
            .organisation = round.unit,
            .details = {{"name", round.name}, {"list", std::string(what)}, {"rows", std::to_string(rows)}}});
    transaction.commit();
}

Cell day(const std::optional<Date>& on) { return on ? Cell(*on) : Cell(); }

std::string how_to_draw(const AuditRound& round)
{
    return fmt::format(
        "Rút lại: từng đơn vị, hồ sơ xếp theo số; lượt k lấy 8 byte đầu của SHA-256(\"{}/đơn vị/k\"), chia "
        "cho tổng số vé còn lại lấy số dư, hồ sơ giữ vé ấy được rút. Mỗi đơn vị rút {}% số hồ sơ, làm "
        "tròn lên.",
        round.seed, round.share);
}

} // namespace

Result<TableStream> export_audit_rounds(App& app, const Actor& actor)
{
    auto lines = TRY(list_audit_rounds(app, actor));
    using enum Table::Kind;
    Table table{.title = "Các đợt kiểm tra mẫu hồ sơ",
                .notes = {made_note(app, actor)},
                .columns = {{"id", "Số", count},
                            {"name", "Đợt", text},
                            {"unit", "Đơn vị", text},
                            {"first", "Từ ngày", date},
                            {"last", "Đến ngày", date},
                            {"share", "Tỷ lệ (%)", count},
                            {"seed", "Số rút", count},
                            {"drawn_on", "Ngày rút", date},
                            {"due", "Hạn kiểm tra", date},
                            {"closed", "Kết thúc", date},
                            {"lots", "Hồ sơ trong kỳ", count},
                            {"drawn", "Được rút", count},
                            {"checked", "Đã kiểm tra", count},
                            {"faults", "Thiếu sót", count},
                            {"uncorrected", "Chưa khắc phục xong", count}},
                .rows = {}};
    for (const auto& line : lines)
        table.rows.push_back({line.round.id.value, line.round.name, line.unit_name, line.round.period.first,
                              line.round.period.last, std::int64_t{line.round.share}, line.round.seed, line.round.drawn,
                              line.round.due, day(line.round.closed), std::int64_t{line.lots}, std::int64_t{line.drawn},
                              std::int64_t{line.checked}, std::int64_t{line.faults}, std::int64_t{line.uncorrected}});
    return stream_of(std::move(table));
}

Result<TableStream> export_audit_samples(App& app, const Actor& actor, AuditRoundId id)
{
    auto view = TRY(show_audit_round(app, actor, id));
    using enum Table::Kind;
    Table table{.title = fmt::format("Hồ sơ được rút: {}", view.line.round.name),
                .notes = {fmt::format("Phạm vi: {}. {}", view.line.unit_name, made_note(app, actor))},
                .columns = {{"dossier", "Số hồ sơ", count},
                            {"full_name", "Họ và tên", text},
                            {"born", "Sinh ngày", date},
                            {"cell", "Chi bộ", text},
                            {"unit", "Đơn vị", text},
                            {"tickets", "Số vé", count},
                            {"reasons", "Dấu hiệu", text},
                            {"checking", "Chi bộ kiểm tra", text},
                            {"checked", "Ngày kiểm tra", date},
                            {"faults", "Thiếu sót", count},
                            {"uncorrected", "Chưa khắc phục xong", count}},
                .rows = {}};
    note_invented(app, table);
    for (const auto& line : view.samples)
        table.rows.push_back({line.sample.dossier.value, line.name, line.born, line.cell_name, line.unit_name,
                              std::int64_t{line.sample.tickets}, line.reasons, line.checking_name,
                              day(line.sample.checked), std::int64_t{line.faults}, std::int64_t{line.uncorrected}});
    record_export(app, actor, view.line.round, "Hồ sơ được rút", table.rows.size());
    return stream_of(std::move(table));
}

Result<TableStream> export_audit_lots(App& app, const Actor& actor, AuditRoundId id)
{
    auto view = TRY(show_audit_round(app, actor, id));
    std::set<DossierId> drawn;
    for (const auto& line : view.samples)
        drawn.insert(line.sample.dossier);
    std::vector<AuditLot> lots;
    {
        auto session = app.database().read();
        lots = storage::audit_lots(session, id);
    }
    using enum Table::Kind;
    Table table{.title = fmt::format("Danh sách vé: {}", view.line.round.name),
                .notes = {how_to_draw(view.line.round), made_note(app, actor)},
                .columns = {{"unit_id", "Đơn vị số", count},
                            {"unit", "Đơn vị", text},
                            {"dossier", "Hồ sơ số", count},
                            {"cell", "Chi bộ", text},
                            {"tickets", "Số vé", count},
                            {"marks", "Mã dấu hiệu", text},
                            {"reasons", "Dấu hiệu", text},
                            {"drawn", "Được rút", text}},
                .rows = {}};
    for (const auto& lot : lots)
        table.rows.push_back({lot.unit.value, unit_name(app, lot.unit), lot.dossier.value, unit_name(app, lot.cell),
                              std::int64_t{lot.tickets}, lot.marks, in_words(risk_marks(lot.marks)),
                              std::string(drawn.contains(lot.dossier) ? "x" : "")});
    record_export(app, actor, view.line.round, "Danh sách vé", table.rows.size());
    return stream_of(std::move(table));
}

} // namespace phusa
