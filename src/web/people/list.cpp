#include "base/number_text.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/filters.hpp"
#include "web/people/handlers.hpp"

#include <fmt/core.h>

namespace phusa::web::people
{

std::string tone_of(Standing standing)
{
    switch (standing) {
    case Standing::probationary:
        return "accent";
    case Standing::official:
    case Standing::exempted:
        return "good";
    case Standing::none:
    case Standing::moved_out:
    case Standing::died:
    case Standing::removed:
    case Standing::resigned:
    case Standing::expelled:
        return "plain";
    }
    std::unreachable();
}

namespace
{

// The list in another order, from its first page; asked for again, the other way round.
void add_sortable(TableView& table, const PeopleQuestion& question, std::string label, PeopleOrder order)
{
    auto other = question;
    other.cursor.clear();
    bool is_sorted = question.order == order;
    other.order = order;
    // The newest admissions are what people look for first.
    other.descending = is_sorted ? !question.descending : order == PeopleOrder::admitted;
    table.sortable(std::move(label), path_of(other), is_sorted, question.descending);
}

TableView table_for(const PeopleQuestion& question)
{
    TableView table("Danh sách người");
    table.quiet_caption().cards();
    add_sortable(table, question, "Họ và tên", PeopleOrder::name);
    add_sortable(table, question, "Sinh ngày", PeopleOrder::born);
    table.column("Giới tính").column("Nơi sinh hoạt").column("Trạng thái");
    add_sortable(table, question, "Ngày vào Đảng", PeopleOrder::admitted);
    table.empty("Không có ai như vậy trong phạm vi của anh/chị",
                "Hãy bỏ bớt điều kiện lọc, hoặc thử một phần của tên, không cần dấu.", "/nguoi", "Bỏ mọi điều kiện");
    return table;
}

void add_row(TableView& table, const PersonLine& person)
{
    table.row(
        {{.text = person.name, .href = path_of(person.id)},
         {.text = person.born.vietnamese()},
         {.text = person.sex == Sex::unknown ? std::string() : std::string(code_of(person.sex).title)},
         {.text = person.cell_name, .note = person.grassroots_name == person.cell_name ? "" : person.grassroots_name},
         {.badge = std::string(title_of(person.standing)), .tone = tone_of(person.standing)},
         {.text = person.admitted ? person.admitted->vietnamese() : ""}});
}

View paging_of(const PeopleQuestion& question, const PeoplePage& page)
{
    auto with_cursor = [&](const std::string& cursor) {
        auto there = question;
        there.cursor = cursor;
        return cursor.empty() ? std::string() : path_of(there);
    };
    return paging({.first = static_cast<std::size_t>(page.first),
                   .shown = page.rows.size(),
                   .total = page.total,
                   .noun = "người",
                   .previous_href = with_cursor(page.previous),
                   .next_href = with_cursor(page.next),
                   .exports_path = "/nguoi",
                   .exports_query = query_of(question)});
}

Response list_page(Site& site, const Request& request, View content, int status)
{
    content.set("head", page_head("Đảng viên và quần chúng"));
    return site.page(request,
                     {.view = "people/list", .title = "Đảng viên và quần chúng", .section = "nguoi", .status = status},
                     std::move(content));
}

// The query was not understood: the page with what is wrong beside the fields, and no list.
Response asked_wrongly(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("filters", filter_bar(site, request, {}, 0, &problem)).set("has_list", false);
    content.set("wrong", View()
                             .set("kind", "warning")
                             .set("heading", "Chưa lọc được")
                             .set("text", problem.message)
                             .set("notice_href", "/nguoi")
                             .set("notice_label", "Xem cả danh sách"));
    return list_page(site, request, std::move(content), status_of(problem.kind));
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    auto question = question_of(request.query);
    if (!question)
        return asked_wrongly(site, request, question.error());
    auto page = list_people(site.app(), asking(request), *question);
    if (!page && page.error().kind == Problem::Kind::invalid)
        return asked_wrongly(site, request, page.error());
    if (!page)
        return std::unexpected(page.error());
    auto table = table_for(*question);
    for (const auto& person : page->rows)
        add_row(table, person);
    View content;
    content.set("filters", filter_bar(site, request, *question, page->total, nullptr));
    content.set("has_list", true).set("table", std::move(table).view()).set("paging", paging_of(*question, *page));
    return list_page(site, request, std::move(content), 200);
}

Result<TableStream> rows(Site& site, const Request& request)
{
    auto question = TRY(question_of(request.query));
    return export_people(site.app(), asking(request), question);
}

} // namespace phusa::web::people
