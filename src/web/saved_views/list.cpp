#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/saved_views/handlers.hpp"
#include "web/saved_views/parts.hpp"

#include <fmt/core.h>

namespace phusa::web::saved_views
{

namespace
{

constexpr std::string_view page_title = "Câu hỏi đã lưu";

std::string shared_words(const SavedViewLine& line)
{
    return line.shared_name.empty() ? std::string("Chỉ mình tôi") : line.shared_name;
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    auto lines = TRY(list_saved_views(site.app(), asking(request)));
    TableView table{std::string(page_title)};
    table.quiet_caption()
        .cards()
        .column("Tên")
        .column("Báo cáo")
        .column("Dùng chung ở")
        .column("Người lưu")
        .column("Lưu lúc")
        .column("Thao tác")
        .empty("Chưa lưu câu hỏi nào", "Lập một bảng chéo hoặc xu hướng rồi bấm “Lưu câu hỏi này”.",
               "/bao-cao/bang-cheo", "Lập bảng chéo");
    for (const auto& line : lines)
        table.row({{.text = line.view.name, .href = address_of(site, request, line.view)},
                   {.text = title_of_report(line.view.report)},
                   {.text = shared_words(line)},
                   {.text = line.owner_name},
                   {.text = vietnamese_time(line.view.saved)},
                   {.text = line.may_change ? "Sửa, xoá" : "",
                    .href = line.may_change ? fmt::format("{}/{}", list_path, line.view.id.value) : std::string()}});
    View content;
    content.set("head",
                page_head(std::string(page_title), "Báo cáo",
                          "Mở một câu hỏi là hỏi lại sổ: số liệu luôn là của hôm nay, trong phạm vi của người mở."));
    content.set("table", std::move(table).view());
    content.set("paging", paging({.first = lines.empty() ? 0U : 1U,
                                  .shown = lines.size(),
                                  .total = static_cast<std::int64_t>(lines.size()),
                                  .noun = "câu hỏi",
                                  .exports_path = std::string(list_path)}));
    return site.page(request,
                     {.view = "saved_views/list",
                      .title = std::string(page_title),
                      .section = "bao-cao",
                      .crumbs = {{"Báo cáo", "/bao-cao"}}},
                     std::move(content));
}

Result<TableStream> rows(Site& site, const Request& request)
{
    auto lines = TRY(list_saved_views(site.app(), asking(request)));
    Table table{.title = std::string(page_title),
                .notes = {},
                .columns = {{"name", "Tên", Table::Kind::text},
                            {"report", "Báo cáo", Table::Kind::text},
                            {"shared", "Dùng chung ở", Table::Kind::text},
                            {"owner", "Người lưu", Table::Kind::text},
                            {"address", "Địa chỉ", Table::Kind::text}},
                .rows = {}};
    for (const auto& line : lines)
        table.rows.push_back({line.view.name, title_of_report(line.view.report), line.shared_name, line.owner_name,
                              address_of(site, request, line.view)});
    return stream_of(std::move(table));
}

} // namespace phusa::web::saved_views
