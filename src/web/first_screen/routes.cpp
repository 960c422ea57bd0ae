#include "web/first_screen/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::first_screen
{

void add_routes(Site& site)
{
    site.add(Section{.key = "tong-quan",
                     .title = "Tổng quan",
                     .path = "/tong-quan",
                     .icon = "home",
                     .right = Right::see_reports,
                     .order = 10});
    add_list(site, "/tong-quan", show, figures);
}

} // namespace phusa::web::first_screen
