#include "app/dossiers/tasks.hpp"

#include "app/dossiers/files.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/dossier_lists/handlers.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::dossier_lists
{

namespace
{

constexpr std::array all_urgencies = {Urgency::overdue, Urgency::due_soon, Urgency::blocked, Urgency::running,
                                      Urgency::open};

std::optional<Urgency> urgency(std::string_view key)
{
    auto found = std::ranges::find(all_urgencies, key, [](Urgency each) { return key_of(each); });
    return found == all_urgencies.end() ? std::nullopt : std::optional(*found);
}

Result<TaskQuestion> question_of(const Fields& query)
{
    FormReader reader(query);
    refuse_unknown_keys(query, reader, {"don_vi", "muc", "dong"});
    TaskQuestion question;
    question.organisation = reader.id<struct Organisation>("don_vi");
    if (auto asked = reader.choice("muc", urgency))
        question.urgencies = {*asked};
    question.first = rows_passed_over(reader);
    question.rows = limit::page_rows;
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return question;
}

Fields fields_of(const TaskQuestion& question)
{
    Fields fields;
    if (question.organisation)
        fields.add("don_vi", std::to_string(question.organisation->value));
    for (auto each : question.urgencies)
        fields.add("muc", std::string(key_of(each)));
    return fields;
}

std::string tasks_path(const TaskQuestion& question) { return with_query("/viec-can-lam", fields_of(question)); }

struct UrgencyLook {
    std::string_view icon;
    std::string_view tone;
    std::string_view lead;
};

UrgencyLook look_of(Urgency urgency)
{
    switch (urgency) {
    case Urgency::overdue:
        return {"danger", "bad", "Đã qua ngày cuối cùng. Việc còn ở đây cho đến khi làm xong."};
    case Urgency::due_soon:
        return {"warning", "warn", "Còn không quá 14 ngày."};
    case Urgency::blocked:
        return {"blocked", "bad", "Có điều đã ghi chưa đúng quy định, phải khắc phục trước khi làm bước sau."};
    case Urgency::running:
        return {"waiting", "info", "Thời hạn đang chạy, còn hơn 14 ngày."};
    case Urgency::open:
        return {"check", "plain", "Đã đủ điều kiện để làm; quy định không đặt ngày cuối."};
    }
    std::unreachable();
}

// Where it is done: the sheet or the correction of a sampling audit, the slip, the form of the act, or the dossier.
std::string href_of(const Task& task)
{
    if (task.check)
        return audit_rounds::path_of(*task.check);
    if (task.fault)
        return audit_rounds::path_of(*task.fault);
    if (task.move)
        return fmt::format("/phieu-chuyen/{}/tiep-nhan", task.move->value);
    if (task.act)
        return dossiers::path_to_record(task.dossier, *task.act, task.about);
    return dossiers::path_of(task.dossier);
}

View row_view(const Task& task)
{
    return View()
        .set("title", task.title)
        .set("task_href", href_of(task))
        .set("stage", task.round.empty() ? std::string(title_of(task.stage)) : task.round)
        .set("name", task.name)
        // The dossier of another cell is seen on its sheet alone.
        .set("dossier_href", task.round.empty() ? dossiers::path_of(task.dossier) : href_of(task))
        .set("cell_name", task.cell_name)
        .set("due", task.due ? task.due->vietnamese() : "")
        .set("due_machine", task.due ? task.due->iso() : "")
        .set("days", task.due ? days_in_words(task.days_left) : "")
        .set("reckoning", task.reckoning);
}

// The rows of the page by urgency, which is their order. `count` is of the whole list.
View groups_of(const TaskPage& page)
{
    View::List groups;
    for (auto [urgency, count] : page.by_urgency) {
        View::List rows;
        for (const auto& task : page.rows)
            if (task.urgency == urgency)
                rows.push_back(row_view(task));
        if (rows.empty())
            continue;
        auto look = look_of(urgency);
        groups.push_back(View()
                             .set("key", key_of(urgency))
                             .set("title", title_of(urgency))
                             .set("count", vietnamese_number(count))
                             .set("icon", look.icon)
                             .set("tone", look.tone)
                             .set("lead", look.lead)
                             .set("rows", View(std::move(rows))));
    }
    return View(std::move(groups));
}

View tab(const TaskQuestion& question, std::string_view label, std::int64_t count, std::vector<Urgency> urgencies)
{
    auto there = question;
    there.urgencies = std::move(urgencies);
    return View()
        .set("href", tasks_path(there))
        .set("label", label)
        .set("count", vietnamese_number(count))
        .set("current", there.urgencies == question.urgencies);
}

View tabs_of(const TaskQuestion& question, const TaskPage& page)
{
    std::int64_t all = 0;
    View::List tabs;
    for (auto [urgency, count] : page.by_urgency) {
        all += count;
        if (count > 0 || std::ranges::find(question.urgencies, urgency) != question.urgencies.end())
            tabs.push_back(tab(question, title_of(urgency), count, {urgency}));
    }
    tabs.insert(tabs.begin(), tab(question, "Tất cả", all, {}));
    return View(std::move(tabs));
}

std::string lead_of(const TaskPage& page, Date today)
{
    std::int64_t overdue = 0;
    for (auto [urgency, count] : page.by_urgency)
        if (urgency == Urgency::overdue)
            overdue = count;
    if (overdue == 0)
        return fmt::format("Đến ngày {}, không có việc nào quá hạn.", today.vietnamese());
    return fmt::format("Đến ngày {}, có {} việc quá hạn.", today.vietnamese(), vietnamese_number(overdue));
}

void set_empty(View& content, const TaskQuestion& question)
{
    bool is_narrowed = question.organisation || !question.urgencies.empty() || question.first > 0;
    content.set("empty_heading", is_narrowed ? "Không có việc nào như vậy" : "Hiện không có việc nào phải làm");
    content.set("empty_text", is_narrowed
                                  ? "Hãy bỏ bớt điều kiện để xem các việc khác."
                                  : "Khi một hồ sơ đến lượt anh/chị xử lý, việc ấy sẽ hiện ở đây kèm thời hạn.");
    content.set("empty_href", is_narrowed ? "/viec-can-lam" : "/ho-so");
    content.set("empty_label", is_narrowed ? "Xem tất cả việc cần làm" : "Xem hồ sơ kết nạp");
}

} // namespace

Result<Response> tasks(Site& site, const Request& request)
{
    auto question = TRY(question_of(request.query));
    auto page = TRY(list_tasks(site.app(), asking(request), question));
    View content;
    content.set("head", page_head("Việc cần làm", {}, lead_of(page, site.app().today())));
    content.set("filters", unit_filter(site, request, "/viec-can-lam", question.organisation));
    content.set("tabs_label", "Mức độ").set("tabs", tabs_of(question, page));
    content.set("groups", groups_of(page)).set("has_rows", !page.rows.empty());
    set_empty(content, question);
    content.set("paging", paging_by_rows({.path = "/viec-can-lam",
                                          .asked = fields_of(question),
                                          .first = question.first,
                                          .shown = page.rows.size(),
                                          .total = page.total,
                                          .noun = "việc"}));
    return site.page(request, {.view = "dossier_lists/tasks", .title = "Việc cần làm", .section = "viec-can-lam"},
                     std::move(content));
}

Result<TableStream> task_rows(Site& site, const Request& request)
{
    return export_tasks(site.app(), asking(request), TRY(question_of(request.query)));
}

} // namespace phusa::web::dossier_lists
