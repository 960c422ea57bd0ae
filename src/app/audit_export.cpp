#include "app/audit_log.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "storage/database.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

std::vector<Cell> cells_of(const AuditRow& row)
{
    return {row.number.value, iso_time(row.at), row.actor_name,
            row.action,       row.subject,      row.details_destroyed ? std::string() : row.details};
}

Table head_of(App& app)
{
    using enum Table::Kind;
    return {.title = "Nhật ký hệ thống",
            .notes = {fmt::format("Lập lúc {}", vietnamese_time(app.clock().now()))},
            .columns = {{"number", "Số", count},
                        {"at", "Thời điểm (UTC)", text},
                        {"actor", "Người làm", text},
                        {"action", "Việc", text},
                        {"subject", "Đối tượng", text},
                        {"details", "Chi tiết", text}},
            .rows = {}};
}

} // namespace

Result<TableStream> export_audit(App& app, const Actor& actor, const AuditQuestion& question)
{
    auto first = TRY(list_audit(app, actor, question));
    {
        auto transaction = app.database().write();
        record(app, transaction, actor,
               {.action = "audit.export", .subject = "audit", .details = {{"rows", std::to_string(first.total)}}});
        transaction.commit();
    }
    auto asked = question;
    asked.rows = limit::api_page_rows_max;
    // Starts below the row that this export itself wrote, so that the file has what the page showed.
    if (!first.rows.empty())
        asked.before = AuditNumber{first.rows.front().number.value + 1};
    bool is_over = first.rows.empty();
    return TableStream{.head = head_of(app), .next = [&app, actor, asked, is_over]() mutable {
                           std::vector<std::vector<Cell>> rows;
                           if (is_over)
                               return rows;
                           // A right that is taken away meanwhile ends the file.
                           auto page = list_audit(app, actor, asked);
                           if (!page)
                               throw std::runtime_error("the right to read the log ended while it was written out");
                           for (const auto& row : page->rows)
                               rows.push_back(cells_of(row));
                           asked.before = page->next;
                           is_over = !page->next;
                           return rows;
                       }};
}

} // namespace phusa
