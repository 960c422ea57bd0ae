#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"
#include "web/reminders/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa::web::reminders
{

namespace
{

using namespace dossier_lists;

// More is not read from a sheet of paper; a file has them all.
constexpr std::size_t rows_shown_max = 300;

Result<ReminderQuestion> question_of(Site& site, const Request& request)
{
    FormReader reader(request.query);
    refuse_unknown_keys(request.query, reader, {"don_vi", "ngay"});
    ReminderQuestion question;
    question.organisation = reader.id<struct Organisation>("don_vi");
    question.day = reader.date("ngay").value_or(site.app().today());
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return question;
}

struct KindLook {
    std::string_view icon;
    std::string_view tone;
    std::string_view lead;
};

KindLook look_of(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::overdue:
        return {"danger", "bad", "Đã qua ngày cuối cùng theo quy định mà việc chưa làm."};
    case ReminderKind::today:
        return {"warning", "warn", "Hôm nay là ngày cuối cùng theo quy định."};
    case ReminderKind::soon:
        return {"waiting", "info", "Đã đến lúc chuẩn bị."};
    case ReminderKind::below:
        return {"organisation", "bad", "Đơn vị cấp dưới để quá hạn đã lâu."};
    case ReminderKind::remarks:
        return {"people", "plain", "Đảng viên được phân công giúp đỡ chưa nhận xét trong quý."};
    }
    std::unreachable();
}

std::string href_of(const Reminder& reminder)
{
    if (reminder.kind == ReminderKind::remarks)
        return dossiers::path_to_record(reminder.dossier, ActKind::helper_remarks, Matter::recognition);
    return page_of(reminder);
}

View row_view(const Reminder& reminder)
{
    return View()
        .set("title", reminder.title)
        .set("task_href", href_of(reminder))
        .set("name", reminder.name)
        .set("dossier_href", page_of(reminder))
        .set("cell_name", reminder.cell_name)
        .set("responsible", reminder.responsible)
        .set("waits_for", reminder.waits_for)
        .set("due", reminder.due.vietnamese())
        .set("due_machine", reminder.due.iso())
        .set("days", days_in_words(reminder.days_left));
}

View groups_of(const std::vector<Reminder>& reminders)
{
    View::List groups;
    std::size_t left = rows_shown_max;
    for (auto kind : all_reminder_kinds()) {
        View::List rows;
        for (const auto& reminder : reminders)
            if (reminder.kind == kind && rows.size() < left)
                rows.push_back(row_view(reminder));
        if (rows.empty())
            continue;
        left -= rows.size();
        auto look = look_of(kind);
        groups.push_back(View()
                             .set("key", key_of(kind))
                             .set("title", title_of(kind))
                             .set("count", vietnamese_number(std::ranges::count(reminders, kind, &Reminder::kind)))
                             .set("icon", look.icon)
                             .set("tone", look.tone)
                             .set("lead", look.lead)
                             .set("rows", View(std::move(rows))));
    }
    return View(std::move(groups));
}

Fields fields_of(const ReminderQuestion& question, Date today)
{
    Fields fields;
    if (question.organisation)
        fields.add("don_vi", std::to_string(question.organisation->value));
    if (question.day != today)
        fields.add("ngay", question.day.iso());
    return fields;
}

View tab(const ReminderQuestion& there, std::string_view label, bool is_current, Date today)
{
    return View()
        .set("href", with_query(list_path, fields_of(there, today)))
        .set("label", label)
        .set("count", "")
        .set("current", is_current);
}

// What reaches oneself; and, for those who see dossiers, all of the units.
View tabs_of(Site& site, const Request& request, const ReminderQuestion& question)
{
    Gate gate(site.app(), asking(request));
    auto today = site.app().today();
    View::List tabs;
    tabs.push_back(tab({.day = question.day}, "Nhắc đến tôi", !question.organisation, today));
    auto ranges = gate.ranges(Right::see_dossiers);
    if (!ranges.empty()) {
        auto unit = question.organisation.value_or(gate.tree().at(ranges.front().first).id);
        tabs.push_back(
            tab({.organisation = unit, .day = question.day}, "Theo đơn vị", question.organisation.has_value(), today));
    }
    return View(std::move(tabs));
}

View filter_of(Site& site, const Request& request, const ReminderQuestion& question)
{
    Fields typed;
    typed.add("ngay", question.day.vietnamese());
    if (question.organisation)
        typed.add("don_vi", std::to_string(question.organisation->value));
    FormView filter(std::string(list_path), "Lọc", typed);
    filter.date("ngay", "Ngày");
    if (question.organisation)
        add_unit_field(filter, site, request, question.organisation);
    auto view = filter.view();
    view.set("has_chips", false).set("chips", View(View::List{})).set("clear_href", "").set("found", "");
    return View(View::List{std::move(view)});
}

std::string heading_of(Site& site, const ReminderQuestion& question)
{
    auto position = question.organisation ? site.app().tree()->find(*question.organisation) : std::nullopt;
    return position ? fmt::format("Danh sách nhắc việc: {}", site.app().tree()->at(*position).name)
                    : std::string("Nhắc việc");
}

std::string lead_of(const std::vector<Reminder>& reminders, const ReminderQuestion& question, Date today)
{
    auto counted = vietnamese_number(static_cast<std::int64_t>(reminders.size()));
    auto lead = fmt::format("Ngày {}: {} việc cần nhắc.", question.day.vietnamese(), counted);
    if (question.day > today)
        lead += " Tính như thể từ nay đến ngày ấy chưa làm thêm việc nào.";
    return lead;
}

void set_empty(View& content, const ReminderQuestion& question)
{
    content.set("empty_heading", "Không có việc nào cần nhắc")
        .set("empty_text", question.organisation
                               ? "Trong đơn vị này không có việc nào quá hạn hay sắp đến hạn vào ngày ấy."
                               : "Việc quá hạn, sắp đến hạn của anh/chị sẽ hiện ở đây vào ngày phải nhắc.")
        .set("empty_href", "")
        .set("empty_label", "");
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    auto question = TRY(question_of(site, request));
    auto reminders = TRY(list_reminders(site.app(), asking(request), question));
    auto today = site.app().today();
    auto heading = heading_of(site, question);
    View content;
    content.set("head", page_head(heading, {}, lead_of(reminders, question, today),
                                  {action(std::string(own_path), "Chọn việc được nhắc", "change")}));
    content.set("tabs_label", "Xem").set("tabs", tabs_of(site, request, question));
    content.set("filters", filter_of(site, request, question));
    content.set("groups", groups_of(reminders)).set("has_rows", !reminders.empty());
    auto cut = reminders.size() - std::min(reminders.size(), rows_shown_max);
    content.set("cut", cut == 0 ? std::string() : vietnamese_number(static_cast<std::int64_t>(cut)));
    set_empty(content, question);
    content.set("paging", paging({.first = reminders.empty() ? 0U : 1U,
                                  .shown = reminders.size() - cut,
                                  .total = static_cast<std::int64_t>(reminders.size()),
                                  .noun = "việc",
                                  .exports_path = std::string(list_path),
                                  .exports_query = fields_of(question, today).urlencoded()}));
    return site.page(request, {.view = "reminders/list", .title = heading, .section = "nhac-viec"}, std::move(content));
}

Result<TableStream> rows(Site& site, const Request& request)
{
    return export_reminders(site.app(), asking(request), TRY(question_of(site, request)));
}

} // namespace phusa::web::reminders
