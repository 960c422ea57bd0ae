#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/board.hpp"
#include "web/dossier_lists/filters.hpp"
#include "web/dossier_lists/handlers.hpp"
#include "web/dossier_lists/looks.hpp"
#include "web/dossiers/address.hpp"

#include <fmt/core.h>

namespace phusa::web::dossier_lists
{

namespace
{

constexpr std::string_view nothing_found = "Không có hồ sơ nào như vậy trong phạm vi của anh/chị";

// The list in another order, from its first page; asked for again, the other way round.
void add_sortable(TableView& table, const AskedDossiers& asked, std::string label, DossierOrder order)
{
    auto other = asked;
    other.question.cursor.clear();
    bool is_sorted = asked.question.order == order;
    other.question.order = order;
    // Those that stand still longest are what people look for first.
    other.question.descending = is_sorted ? !asked.question.descending : order == DossierOrder::days_in_stage;
    table.sortable(std::move(label), path_of(other), is_sorted, asked.question.descending);
}

TableView table_for(const AskedDossiers& asked)
{
    TableView table("Danh sách hồ sơ kết nạp");
    table.quiet_caption().cards();
    add_sortable(table, asked, "Họ và tên", DossierOrder::name);
    table.column("Chi bộ");
    add_sortable(table, asked, "Ở giai đoạn", DossierOrder::days_in_stage);
    add_sortable(table, asked, "Việc tiếp theo", DossierOrder::next_day);
    add_sortable(table, asked, "Hạn", DossierOrder::latest_day);
    table.column("Lưu ý");
    table.empty(std::string(nothing_found), "Hãy bỏ bớt điều kiện lọc.", list_path(open_dossiers()),
                "Bỏ mọi điều kiện");
    return table;
}

void add_row(TableView& table, const DossierLine& line, Date today)
{
    auto marks = marks_of(line);
    std::string more;
    for (std::size_t i = 1; i < marks.size(); ++i)
        more += (i > 1 ? " · " : "") + marks[i].text;
    table.row(
        {{.text = line.name, .href = dossiers::path_of(line.id), .note = "sinh " + line.born.vietnamese()},
         {.text = line.cell_name, .note = line.grassroots_name == line.cell_name ? "" : line.grassroots_name},
         {.text = std::string(title_of(line.stage)), .note = vietnamese_number(line.days_in_stage) + " ngày"},
         {.text = line.next_title.empty() ? "không còn" : line.next_title, .note = when_possible(line, today)},
         {.text = line.next_latest ? line.next_latest->vietnamese() : ""},
         marks.empty() ? CellLook{} : CellLook{.note = more, .badge = marks.front().text, .tone = marks.front().tone}});
}

View paging_of(const AskedDossiers& asked, const DossierPage& page)
{
    auto with_cursor = [&](const std::string& cursor) {
        auto there = asked;
        there.question.cursor = cursor;
        return cursor.empty() ? std::string() : path_of(there);
    };
    return paging({.first = static_cast<std::size_t>(page.first),
                   .shown = page.rows.size(),
                   .total = page.total,
                   .noun = "hồ sơ",
                   .previous_href = with_cursor(page.previous),
                   .next_href = with_cursor(page.next),
                   .exports_path = "/ho-so",
                   .exports_query = fields_of(asked).urlencoded()});
}

View tab(const AskedDossiers& asked, std::string_view label, Shape shape)
{
    auto there = asked;
    there.question.cursor.clear();
    there.shape = shape;
    if (shape == Shape::board) {
        there.question.stages.clear();
        there.question.all_stages = false;
    }
    return View().set("href", path_of(there)).set("label", label).set("count", "").set("current", asked.shape == shape);
}

View head_of(Site& site, const Request& request)
{
    View::List actions;
    if (may_anywhere(site.app(), asking(request), Right::record_cell_acts))
        actions.push_back(action("/nguoi?trang_thai=none", "Lập hồ sơ mới", "add"));
    return page_head("Hồ sơ kết nạp", {},
                     "Từng người đang ở bước nào, bao nhiêu ngày, việc tiếp theo là gì và làm được từ ngày nào.",
                     std::move(actions));
}

Response pipeline_page(Site& site, const Request& request, View content, int status)
{
    content.set("head", head_of(site, request));
    return site.page(request,
                     {.view = "dossier_lists/pipeline", .title = "Hồ sơ kết nạp", .section = "ho-so", .status = status},
                     std::move(content));
}

// The query was not understood: the page with what is wrong beside the fields, and no list.
Response asked_wrongly(Site& site, const Request& request, const Problem& problem)
{
    View content;
    content.set("filters", filter_bar(site, request, {}, "", &problem)).set("is_wrong", true);
    content.set("tabs", View(View::List{})).set("tabs_label", "Cách xem");
    content.set("wrong", View()
                             .set("kind", "warning")
                             .set("heading", "Chưa lọc được")
                             .set("text", problem.message)
                             .set("notice_href", "/ho-so")
                             .set("notice_label", "Xem mọi hồ sơ đang làm"));
    return pipeline_page(site, request, std::move(content), status_of(problem.kind));
}

std::string found_words(std::int64_t total, std::int64_t late)
{
    auto words = fmt::format("{} hồ sơ", vietnamese_number(total));
    return late == 0 ? words : fmt::format("{}, {} quá hạn", words, vietnamese_number(late));
}

Result<View> list_content(Site& site, const Request& request, const AskedDossiers& asked)
{
    auto page = TRY(list_dossiers(site.app(), asking(request), asked.question));
    auto table = table_for(asked);
    for (const auto& line : page.rows)
        add_row(table, line, site.app().today());
    View content;
    content.set("filters", filter_bar(site, request, asked, found_words(page.total, page.late), nullptr));
    content.set("has_list", true).set("table", std::move(table).view()).set("paging", paging_of(asked, page));
    return content.set("has_board", false).set("has_none", false);
}

void set_empty(View& content, bool asked_for_all)
{
    content.set("empty_heading", asked_for_all ? "Chưa có hồ sơ kết nạp nào đang làm" : nothing_found);
    content.set("empty_text", asked_for_all
                                  ? "Hồ sơ được lập từ trang của từng người: tìm người ấy rồi bấm “Lập hồ sơ kết nạp”."
                                  : "Hãy bỏ bớt điều kiện lọc.");
    content.set("empty_href", asked_for_all ? "/nguoi?trang_thai=none" : "/ho-so");
    content.set("empty_label", asked_for_all ? "Tìm người" : "Bỏ mọi điều kiện");
}

Result<View> board_content(Site& site, const Request& request, const AskedDossiers& asked)
{
    auto question = asked.question;
    question.rows = board_cards_max;
    auto columns = TRY(dossier_board(site.app(), asking(request), question));
    std::int64_t total = 0;
    std::int64_t late = 0;
    for (const auto& column : columns) {
        total += column.total;
        late += column.late;
    }
    View content;
    content.set("filters", filter_bar(site, request, asked, found_words(total, late), nullptr));
    content.set("has_board", total > 0).set("has_none", total == 0);
    set_empty(content, fields_of(asked).empty());
    content.set("board", board_of(columns, asked.question, site.app().today()));
    auto files = paging(
        {.total = total, .noun = "hồ sơ", .exports_path = "/ho-so", .exports_query = fields_of(asked).urlencoded()});
    content.set("paging", files.set("range", found_words(total, late)));
    return content.set("has_list", false);
}

} // namespace

Result<Response> pipeline(Site& site, const Request& request)
{
    auto asked = asked_dossiers(request.query);
    if (!asked)
        return asked_wrongly(site, request, asked.error());
    // A stage that was picked out is read as a list; so is what has ended, which the board does not hold.
    if (!asked->question.stages.empty() || asked->question.all_stages)
        asked->shape = Shape::list;
    auto content =
        asked->shape == Shape::list ? list_content(site, request, *asked) : board_content(site, request, *asked);
    if (!content && content.error().kind == Problem::Kind::invalid)
        return asked_wrongly(site, request, content.error());
    if (!content)
        return std::unexpected(content.error());
    View::List tabs;
    tabs.push_back(tab(*asked, "Theo giai đoạn", Shape::board));
    tabs.push_back(tab(*asked, "Danh sách", Shape::list));
    content->set("tabs_label", "Cách xem").set("tabs", View(std::move(tabs))).set("is_wrong", false);
    return pipeline_page(site, request, std::move(*content), 200);
}

Result<TableStream> pipeline_rows(Site& site, const Request& request)
{
    auto asked = TRY(asked_dossiers(request.query));
    return export_dossiers(site.app(), asking(request), asked.question);
}

} // namespace phusa::web::dossier_lists
