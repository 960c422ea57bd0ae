#include "app/quality/merge.hpp"
#include "base/clock.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"
#include "web/quality/handlers.hpp"

namespace phusa::web::quality
{

namespace
{

View merges_of(const MergesDone& done)
{
    TableView table("Các lần gộp");
    table.quiet_caption().cards();
    table.column("Hồ sơ giữ lại").column("Hồ sơ đã gộp vào").column("Lúc").column("Người gộp").column("Hiện nay");
    for (const auto& merge : done.merges)
        table.row({{.text = merge.kept_name, .href = people::path_of(merge.kept)},
                   {.text = merge.other_name, .href = people::path_of(merge.other)},
                   {.text = vietnamese_time(merge.at)},
                   {.text = merge.by},
                   merge.undone ? CellLook{.badge = "Đã tách lại", .tone = "plain"}
                                : CellLook{.badge = "Đang gộp", .tone = "good"}});
    table.empty("Chưa gộp hồ sơ nào");
    return std::move(table).view();
}

View marks_of(const MergesDone& done)
{
    TableView table("Các cặp là hai người");
    table.quiet_caption().cards();
    table.column("Người thứ nhất").column("Người thứ hai").column("Lúc").column("Người đánh dấu").column("Xem lại");
    for (const auto& pair : done.marked)
        table.row({{.text = pair.first_name, .href = people::path_of(pair.first)},
                   {.text = pair.second_name, .href = people::path_of(pair.second)},
                   {.text = vietnamese_time(pair.at)},
                   {.text = pair.by},
                   {.text = "So sánh, bỏ đánh dấu", .href = comparison_path(pair.first, pair.second)}});
    table.empty("Chưa đánh dấu cặp nào");
    return std::move(table).view();
}

} // namespace

Result<Response> done(Site& site, const Request& request)
{
    auto all = TRY(merges_done(site.app(), asking(request)));
    View content;
    content.set("head", page_head("Đã gộp, đã đánh dấu", {},
                                  "Mở hồ sơ đã gộp để xem bản cũ và tách lại; mở một cặp để bỏ đánh dấu."));
    content.set("merges", merges_of(all)).set("marks", marks_of(all));
    Page page{.view = "quality/done", .title = "Đã gộp, đã đánh dấu", .section = section};
    page.crumbs.emplace_back("Chất lượng dữ liệu", "/chat-luong");
    return site.page(request, page, std::move(content));
}

} // namespace phusa::web::quality
