#include "app/gate.hpp"
#include "web/http/percent.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/handlers.hpp"

#include <fmt/core.h>

namespace phusa::web::reports
{

Result<Response> index(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    View::List periods;
    for (const auto& period : usual_periods(site.app(), site.app().today()))
        periods.push_back(
            View().set("label", period.label).set("href", "/bao-cao/ket-qua?ky=" + percent_encoded(period.text)));
    View content;
    content.set("head", page_head("Báo cáo", {}, "Số liệu lấy thẳng từ sổ; mỗi con số mở ra danh sách đứng sau nó."));
    content.set("periods", View(std::move(periods)));
    return site.page(request, {.view = "reports/index", .title = "Báo cáo", .section = "bao-cao"}, std::move(content));
}

} // namespace phusa::web::reports
