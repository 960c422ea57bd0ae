#include "app/audit_rounds/checks.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::audit_rounds
{

namespace
{

CellLook state_of(const CheckLine& line)
{
    if (line.line.sample.checked)
        return {.note = line.line.sample.checked->vietnamese(),
                .badge = line.line.faults == 0 ? std::string("Không có thiếu sót")
                                               : fmt::format("{} thiếu sót", line.line.faults),
                .tone = line.line.faults == 0 ? "good" : "warn"};
    return {.note = "hạn " + line.due.vietnamese(),
            .badge = line.is_late ? "Quá hạn" : "Chưa kiểm tra",
            .tone = line.is_late ? "bad" : "plain"};
}

View table_of(const std::vector<CheckLine>& lines)
{
    TableView table("Phiếu phải kiểm tra");
    table.quiet_caption().cards();
    table.column("Hồ sơ của").column("Chi bộ quản lý").column("Đợt").column("Chi bộ kiểm tra").column("Kết quả");
    for (const auto& line : lines)
        table.row({{.text = line.line.name, .href = path_of(line.line.sample.id), .note = line.line.born.vietnamese()},
                   {.text = line.line.cell_name},
                   {.text = line.round_name},
                   {.text = line.line.checking_name},
                   state_of(line)});
    table.empty("Chưa được giao kiểm tra hồ sơ nào",
                "Khi cấp trên mở đợt và giao chi bộ kiểm tra chéo, phiếu sẽ hiện ở đây.");
    return std::move(table).view();
}

} // namespace

Result<Response> mine(Site& site, const Request& request)
{
    auto lines = TRY(my_checks(site.app(), asking(request)));
    auto left = std::ranges::count_if(lines, [](const CheckLine& line) { return !line.line.sample.checked; });
    View content;
    content.set("head",
                page_head("Phiếu phải kiểm tra", {},
                          left == 0
                              ? std::string("Không còn hồ sơ nào chờ kiểm tra.")
                              : fmt::format("Còn {} hồ sơ chờ kiểm tra. Chỉ xem được trong thời gian của đợt; mỗi "
                                            "lần mở đều ghi vào nhật ký.",
                                            vietnamese_number(left))));
    set_tabs(site, request, "/kiem-tra-mau/cua-toi", content);
    content.set("filters", View(View::List{})).set("table", table_of(lines));
    content.set("paging", paging({.first = lines.empty() ? 0U : 1U,
                                  .shown = lines.size(),
                                  .total = static_cast<std::int64_t>(lines.size()),
                                  .noun = "phiếu"}));
    return site.page(request, {.view = "audit_rounds/list", .title = "Phiếu phải kiểm tra", .section = section},
                     std::move(content));
}

} // namespace phusa::web::audit_rounds
