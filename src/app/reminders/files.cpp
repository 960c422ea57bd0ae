#include "app/reminders/files.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

Table table_of(std::vector<Reminder> reminders)
{
    using enum Table::Kind;
    Table table{.title = "Danh sách nhắc việc",
                .notes = {},
                .columns = {{"kind", "Mức độ", text},
                            {"task", "Việc", text},
                            {"full_name", "Hồ sơ của", text},
                            {"dossier", "Số hồ sơ", count},
                            {"cell", "Chi bộ", text},
                            {"responsible", "Nơi phải làm", text},
                            {"due", "Thời hạn", date},
                            {"days_left", "Số ngày còn lại", count},
                            {"waits_for", "Phải xong trước", text},
                            {"reckoning", "Cách tính", text}},
                .rows = {}};
    for (auto& one : reminders)
        table.rows.push_back({std::string(title_of(one.kind)), std::move(one.title), std::move(one.name),
                              one.dossier.value, std::move(one.cell_name), std::move(one.responsible), one.due,
                              std::int64_t{one.days_left}, std::move(one.waits_for), std::move(one.reckoning)});
    return table;
}

} // namespace

Result<std::vector<Reminder>> list_reminders(App& app, const Actor& actor, const ReminderQuestion& question)
{
    return question.organisation ? list_unit_reminders(app, actor, *question.organisation, question.day)
                                 : list_own_reminders(app, actor, question.day);
}

Result<TableStream> export_reminders(App& app, const Actor& actor, const ReminderQuestion& question)
{
    auto table = table_of(TRY(list_reminders(app, actor, question)));
    auto unit = question.organisation;
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.dossiers",
            .subject = "dossiers",
            .organisation = unit ? unit : Gate(app, actor).home(),
            .details = {{"list", table.title}, {"rows", std::to_string(table.rows.size())}}});
    transaction.commit();
    table.notes.push_back(unit ? fmt::format("Phạm vi: {} và cấp dưới.", unit_name(app, *unit))
                               : fmt::format("Phạm vi: việc nhắc đến {}.", actor.display_name));
    table.notes.push_back(fmt::format("Ngày {}. {} dòng. Lập lúc {} bởi {}.", question.day.vietnamese(),
                                      vietnamese_number(static_cast<std::int64_t>(table.rows.size())),
                                      vietnamese_time(app.clock().now()), actor.display_name));
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    return stream_of(std::move(table));
}

} // namespace phusa
