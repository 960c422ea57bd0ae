#include "app/forms/form_print.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "web/forms/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"
#include "web/people/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::forms
{

namespace
{

Result<FormNumber> number_of(const Request& request)
{
    return FormNumber{.form = TRY(asked_of(request)),
                      .row = std::string(request.query.text("dong")),
                      .before = request.query.text("cot") == "truoc"};
}

// The same page with another first entry, and its files.
std::string query_with(const Request& request, std::size_t first)
{
    Fields fields;
    for (const auto& [name, value] : request.query.items())
        if (name != "tu_muc")
            fields.add(name, value);
    if (first > 0)
        fields.add("tu_muc", std::to_string(first));
    return fields.urlencoded();
}

void add_person(TableView& table, const FormEntry& entry)
{
    table.row({{.text = entry.name, .href = people::path_of(*entry.person)},
               {.text = entry.born.vietnamese()},
               {.text = entry.on.vietnamese()},
               {.text = entry.what},
               {.text = entry.from.empty() ? "–" : entry.from},
               {.text = entry.to.empty() ? "–" : entry.to},
               {.badge = std::string(title_of(entry.standing)), .tone = people::tone_of(entry.standing)}});
}

View table_of(const FormEntries& entries)
{
    TableView table(entries.are_people ? "Danh sách người" : "Danh sách tổ chức");
    table.quiet_caption().cards();
    table.empty("Không có ai để xem", "Con số là 0, hoặc những người ấy nay ở ngoài phạm vi của anh/chị.");
    if (entries.are_people)
        table.column("Họ và tên")
            .column("Sinh ngày")
            .column("Ngày")
            .column("Lượt")
            .column("Từ")
            .column("Đến")
            .column("Trạng thái hiện nay");
    else
        table.column("Tổ chức").column("Loại");
    for (const auto& entry : entries.entries)
        if (entries.are_people)
            add_person(table, entry);
        else
            table.row({{.text = entry.name, .href = fmt::format("/to-chuc/{}", entry.organisation->value)},
                       {.text = entry.what}});
    return std::move(table).view();
}

View paging_of(const Request& request, const FormEntries& entries, std::size_t first)
{
    auto path = fmt::format("{}/nguoi", path_of(*entries.form));
    auto there = [&](std::size_t from) { return fmt::format("{}?{}", path, query_with(request, from)); };
    auto next = first + entries.entries.size();
    bool has_next = static_cast<std::int64_t>(next) < entries.shown;
    return paging({.first = first + 1,
                   .shown = entries.entries.size(),
                   .total = entries.shown,
                   .noun = entries.are_people ? "lượt" : "tổ chức",
                   .previous_href = first > 0 ? there(first - std::min(first, limit::page_rows)) : std::string(),
                   .next_href = has_next ? there(next) : std::string(),
                   .exports_path = path,
                   .exports_query = query_with(request, 0)});
}

} // namespace

Result<Response> show_entries(Site& site, const Request& request)
{
    auto number = TRY(number_of(request));
    FormReader query(request.query);
    auto first = static_cast<std::size_t>(std::max<std::int64_t>(query.number("tu_muc").value_or(0), 0));
    if (auto problem = query.problem())
        return std::unexpected(std::move(*problem));
    auto entries = TRY(form_entries(site.app(), asking(request), number, first, limit::page_rows));
    const auto& row = entries.form->rows[entries.row];
    View content;
    content.set("head", page_head(row.what.title, fmt::format("{} – {}", entries.form->number, entries.unit.name),
                                  fmt::format("{}: {}. {}", number.before ? "Cùng kỳ năm trước" : "Kỳ này",
                                              entries.days.vietnamese(), counted_words(row))));
    auto hidden = entries.total - entries.shown;
    content.set("is_hidden", hidden > 0);
    content.set("hidden", View()
                              .set("kind", "info")
                              .set("heading", "")
                              .set("text", fmt::format("Biểu đếm {} lượt; {} lượt không hiện vì người ấy nay ở ngoài "
                                                       "phạm vi của anh/chị.",
                                                       vietnamese_number(entries.total), vietnamese_number(hidden)))
                              .set("notice_href", ""));
    content.set("table", table_of(entries)).set("paging", paging_of(request, entries, first));
    content.set("has_paging", entries.shown > 0);
    auto back = path_of(*entries.form) + "?" + query_with(request, 0);
    return site.page(request,
                     {.view = "forms/entries",
                      .title = row.what.title,
                      .section = "bao-cao",
                      .crumbs = {{"Báo cáo", "/bao-cao"},
                                 {"Biểu thống kê", "/bao-cao/bieu"},
                                 {entries.form->number, std::move(back)}}},
                     std::move(content));
}

Result<TableStream> entries(Site& site, const Request& request)
{
    auto number = TRY(number_of(request));
    return export_form_entries(site.app(), asking(request), number);
}

} // namespace phusa::web::forms
