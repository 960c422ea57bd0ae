#include "web/audit_log/handlers.hpp"
#include "web/site/list.hpp"

namespace phusa::web::audit_log
{

void add_routes(Site& site)
{
    site.add(Section{.key = "nhat-ky",
                     .title = "Nhật ký",
                     .path = "/nhat-ky",
                     .icon = "audit",
                     .right = Right::see_audit,
                     .order = 90});
    add_list(site, "/nhat-ky", list, rows);
    site.get("/nhat-ky/kiem-tra", verification);
}

} // namespace phusa::web::audit_log
