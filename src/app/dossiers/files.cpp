#include "app/dossiers/files.hpp"

#include "app/dossiers/moves.hpp"
#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "storage/database.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

Cell text_or_nothing(std::string text) { return text.empty() ? Cell{} : Cell{std::move(text)}; }
Cell day_or_nothing(std::optional<Date> day) { return day ? Cell{*day} : Cell{}; }
Cell yes_or_no(bool is_so) { return std::string(is_so ? "có" : "không"); }

// Records that the list was taken away, and says above it what it is.
TableStream taken_away(App& app, const Actor& actor, Table table, std::optional<OrganisationId> organisation)
{
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.dossiers",
            .subject = "dossiers",
            .organisation = organisation ? organisation : Gate(app, actor).home(),
            .details = {{"list", table.title}, {"rows", std::to_string(table.rows.size())}}});
    transaction.commit();
    table.notes.insert(table.notes.begin(), organisation ? "Phạm vi: " + unit_name(app, *organisation) + " và cấp dưới."
                                                         : std::string("Phạm vi: mọi đơn vị mà người lập được xem."));
    table.notes.push_back(fmt::format("{} dòng. Lập lúc {} bởi {}.",
                                      vietnamese_number(static_cast<std::int64_t>(table.rows.size())),
                                      vietnamese_time(app.clock().now()), actor.display_name));
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    return stream_of(std::move(table));
}

} // namespace

Result<TableStream> export_tasks(App& app, const Actor& actor, const TaskQuestion& question)
{
    auto whole = question;
    whole.first = 0;
    whole.rows = limit::export_rows_max;
    auto page = TRY(list_tasks(app, actor, whole));
    using enum Table::Kind;
    Table table{.title = "Việc cần làm",
                .notes = {},
                .columns = {{"urgency", "Mức độ", text},
                            {"task", "Việc", text},
                            {"full_name", "Hồ sơ của", text},
                            {"cell", "Chi bộ", text},
                            {"stage", "Giai đoạn", text},
                            {"due", "Thời hạn", date},
                            {"days_left", "Số ngày còn lại", count},
                            {"reckoning", "Cách tính", text}},
                .rows = {}};
    std::string asked;
    for (auto urgency : question.urgencies)
        asked.append(asked.empty() ? "Mức độ: " : ", ").append(title_of(urgency));
    if (!asked.empty())
        table.notes.push_back(asked + ".");
    for (auto& task : page.rows)
        table.rows.push_back({std::string(title_of(task.urgency)), std::move(task.title), std::move(task.name),
                              std::move(task.cell_name),
                              task.round.empty() ? std::string(title_of(task.stage)) : task.round,
                              day_or_nothing(task.due), task.due ? Cell{std::int64_t{task.days_left}} : Cell{},
                              text_or_nothing(std::move(task.reckoning))});
    return taken_away(app, actor, std::move(table), question.organisation);
}

Result<TableStream> export_probation(App& app, const Actor& actor, std::optional<OrganisationId> organisation)
{
    auto page = TRY(list_probation(app, actor, organisation, 0, limit::export_rows_max));
    using enum Table::Kind;
    Table table{.title = "Danh sách đảng viên dự bị",
                .notes = {},
                .columns = {{"full_name", "Họ và tên", text},
                            {"born", "Sinh ngày", date},
                            {"cell", "Chi bộ", text},
                            {"ceremony", "Ngày kết nạp", date},
                            {"ends", "Hết 12 tháng", date},
                            {"vote_by", "Chi bộ xét chậm nhất", date},
                            {"helper", "Người giúp đỡ", text},
                            {"certificate", "Giấy chứng nhận lớp đảng viên mới", text},
                            {"self_review", "Bản tự kiểm điểm", text},
                            {"helper_remarks", "Nhận xét của người giúp đỡ", text},
                            {"opinions", "Ý kiến nhận xét", text},
                            {"stage", "Giai đoạn", text},
                            {"late", "Quá hạn", text}},
                .rows = {}};
    for (auto& line : page.rows)
        table.rows.push_back({std::move(line.name), line.born, std::move(line.cell_name), line.ceremony, line.ends,
                              day_or_nothing(line.vote_by), text_or_nothing(std::move(line.helper_name)),
                              yes_or_no(line.has_certificate), yes_or_no(line.has_self_review),
                              yes_or_no(line.has_helper_remarks), yes_or_no(line.has_opinions),
                              std::string(title_of(line.stage)), yes_or_no(line.late)});
    return taken_away(app, actor, std::move(table), organisation);
}

Result<TableStream> export_decisions(App& app, const Actor& actor, const DecisionQuestion& question)
{
    auto whole = question;
    whole.first = 0;
    whole.rows = limit::export_rows_max;
    auto page = TRY(list_decisions(app, actor, whole));
    using enum Table::Kind;
    Table table{.title = "Sổ quyết định",
                .notes = {},
                .columns = {{"number", "Số", text},
                            {"on", "Ngày", date},
                            {"title", "Quyết định", text},
                            {"issuer", "Cơ quan ban hành", text},
                            {"full_name", "Họ và tên", text},
                            {"cell", "Chi bộ", text},
                            {"received", "Chi bộ nhận", date},
                            {"late", "Ban hành chậm", text},
                            {"cancelled", "Đã huỷ", text}},
                .rows = {}};
    if (question.period)
        table.notes.push_back("Kỳ: " + question.period->vietnamese() + ".");
    for (auto& line : page.rows)
        table.rows.push_back({text_or_nothing(std::move(line.paper.number)), line.on, std::move(line.title),
                              text_or_nothing(std::move(line.paper.issuer)), std::move(line.name),
                              std::move(line.cell_name), day_or_nothing(line.received), yes_or_no(line.late),
                              yes_or_no(line.cancelled)});
    return taken_away(app, actor, std::move(table), question.organisation);
}

Result<TableStream> export_open_moves(App& app, const Actor& actor)
{
    auto lines = TRY(list_open_moves(app, actor));
    using enum Table::Kind;
    Table table{.title = "Phiếu chuyển chưa được tiếp nhận",
                .notes = {},
                .columns = {{"full_name", "Họ và tên", text},
                            {"from", "Nơi chuyển", text},
                            {"to", "Nơi nhận", text},
                            {"stage", "Thời điểm chuyển", text},
                            {"sent", "Ngày chuyển", date},
                            {"days", "Số ngày chờ", count},
                            {"certificate", "Số giấy chứng nhận", text}},
                .rows = {}};
    for (auto& line : lines)
        table.rows.push_back({std::move(line.person_name), std::move(line.from_name), std::move(line.to_name),
                              std::string(title_of(line.move.stage)), line.move.sent, std::int64_t{line.days},
                              text_or_nothing(std::move(line.move.certificate.number))});
    return taken_away(app, actor, std::move(table), {});
}

} // namespace phusa
