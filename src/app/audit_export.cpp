#include "app/audit_log.hpp"
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

std::vector<Cell> cells_of(const AuditRow& row)
{
    return {row.number.value, iso_time(row.at), row.actor_name,
            row.action,       row.subject,      row.details_destroyed ? std::string() : row.details};
}

// What was asked for, as a note above the rows.
std::string question_in_words(App& app, const AuditQuestion& question)
{
    std::string words = question.organisation ? "Phạm vi: " + unit_name(app, *question.organisation) + " và cấp dưới"
                                              : std::string("Phạm vi: mọi đơn vị mà người lập được xem");
    if (!question.action.empty())
        words += fmt::format("; việc: {}*", question.action);
    if (question.actor)
        words += fmt::format("; của tài khoản số {}", question.actor->value);
    if (question.person)
        words += fmt::format("; về người số {}", question.person->value);
    if (question.from)
        words += "; từ ngày " + question.from->vietnamese();
    if (question.to)
        words += "; đến ngày " + question.to->vietnamese();
    if (!question.words.empty())
        words += "; có “" + question.words + "”";
    return words + ".";
}

Table head_of(App& app, const Actor& actor, const AuditQuestion& question, std::int64_t rows)
{
    using enum Table::Kind;
    return {.title = "Nhật ký hệ thống",
            .notes = {question_in_words(app, question),
                      fmt::format("{} dòng. Lập lúc {} bởi {}.", vietnamese_number(rows),
                                  vietnamese_time(app.clock().now()), actor.display_name)},
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
    return TableStream{.head = head_of(app, actor, question, first.total),
                       .next = [&app, actor, asked, is_over]() mutable {
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
