#include "app/audit_rounds/rounds.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/table_view.hpp"

namespace phusa::web::audit_rounds
{

// All tickets, so that whoever reads them can draw again: the table of the file, shown.
Result<Response> lots(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct AuditRound>("id"));
    auto view = TRY(show_audit_round(site.app(), asking(request), id));
    auto stream = TRY(export_audit_lots(site.app(), asking(request), id));
    auto table = stream.head;
    for (auto rows = stream.next(); !rows.empty(); rows = stream.next())
        table.rows.insert(table.rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    auto shown = table_view(table);
    shown.compact().quiet_caption();
    View content;
    content.set("head", page_head("Danh sách vé", view.line.round.name, table.notes.front()));
    set_tabs(site, request, "", content);
    content.set("filters", View(View::List{})).set("table", std::move(shown).view());
    content.set("paging", paging({.first = 1,
                                  .shown = table.rows.size(),
                                  .total = static_cast<std::int64_t>(table.rows.size()),
                                  .noun = "vé",
                                  .exports_path = path_of(id) + "/ve"}));
    Page page{.view = "audit_rounds/list", .title = "Danh sách vé", .section = section};
    page.crumbs = {{"Kiểm tra mẫu hồ sơ", "/kiem-tra-mau"}, {view.line.round.name, path_of(id)}};
    return site.page(request, page, std::move(content));
}

Result<TableStream> lot_rows(Site& site, const Request& request)
{
    return export_audit_lots(site.app(), asking(request), TRY(request.id<struct AuditRound>("id")));
}

} // namespace phusa::web::audit_rounds
