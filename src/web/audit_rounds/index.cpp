#include "app/audit_rounds/rounds.hpp"
#include "app/gate.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::audit_rounds
{

namespace
{

CellLook number(int value) { return {.text = vietnamese_number(value), .numeric = true}; }

CellLook state_of(const AuditRoundLine& line)
{
    if (line.round.closed)
        return {.note = line.round.closed->vietnamese(), .badge = "Đã kết thúc", .tone = "plain"};
    return {.note = "hạn " + line.round.due.vietnamese(),
            .badge = line.is_late ? "Quá hạn kiểm tra" : "Đang kiểm tra",
            .tone = line.is_late ? "bad" : "info"};
}

TableView table_of(const std::vector<AuditRoundLine>& lines, bool leads)
{
    TableView table("Các đợt kiểm tra mẫu");
    table.quiet_caption().cards();
    table.column("Đợt").column("Hồ sơ có việc").column("Tình trạng").column("Được rút", true);
    table.column("Đã kiểm tra", true).column("Thiếu sót", true).column("Chưa khắc phục xong", true);
    for (const auto& line : lines)
        table.row({{.text = line.round.name, .href = path_of(line.round.id), .note = line.unit_name},
                   {.text = line.round.period.vietnamese()},
                   state_of(line),
                   {.text = vietnamese_number(line.drawn),
                    .note = fmt::format("trong {}", vietnamese_number(line.lots)),
                    .numeric = true},
                   number(line.checked),
                   number(line.faults),
                   number(line.uncorrected)});
    table.empty("Chưa có đợt kiểm tra nào",
                leads ? "Mở một đợt để rút ngẫu nhiên một phần hồ sơ và giao các chi bộ kiểm tra chéo nhau."
                      : "Cấp uỷ cấp trên mở đợt; phiếu mà chi bộ được giao nằm ở mục Phiếu phải kiểm tra.",
                leads ? "/kiem-tra-mau/moi" : "", "Mở đợt kiểm tra");
    return table;
}

} // namespace

Result<Response> index(Site& site, const Request& request)
{
    auto lines = TRY(list_audit_rounds(site.app(), asking(request)));
    bool leads = may_anywhere(site.app(), asking(request), Right::record_committee_acts);
    View::List actions;
    if (leads)
        actions.push_back(action("/kiem-tra-mau/moi", "Mở đợt kiểm tra", "add", true));
    View content;
    content.set("head", page_head("Kiểm tra mẫu hồ sơ", {},
                                  "Rút thăm một phần hồ sơ, các chi bộ kiểm tra chéo, thiếu sót thành việc khắc phục.",
                                  std::move(actions)));
    set_tabs(site, request, "/kiem-tra-mau", content);
    content.set("filters", View(View::List{})).set("table", table_of(lines, leads).view());
    content.set("paging", paging({.first = lines.empty() ? 0U : 1U,
                                  .shown = lines.size(),
                                  .total = static_cast<std::int64_t>(lines.size()),
                                  .noun = "đợt",
                                  .exports_path = "/kiem-tra-mau"}));
    return site.page(request, {.view = "audit_rounds/list", .title = "Kiểm tra mẫu hồ sơ", .section = section},
                     std::move(content));
}

Result<TableStream> index_rows(Site& site, const Request& request)
{
    return export_audit_rounds(site.app(), asking(request));
}

} // namespace phusa::web::audit_rounds
