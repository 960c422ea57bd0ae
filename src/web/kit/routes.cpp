#include "domain/scan.hpp"
#include "web/kit/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::kit
{

void add_routes(Site& site)
{
    constexpr std::size_t form_bytes = 64 * 1024;
    site.add(Section{.key = std::string(section),
                     .title = "Quét giấy",
                     .path = "/ban-quet",
                     .icon = "scan",
                     .right = Right::see_dossiers,
                     .order = 19});
    site.get("/ban-quet", index);
    site.add(Route{.method = Method::post,
                   .pattern = "/ban-quet",
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = limit::batch_bytes_max + form_bytes},
             send);
    site.get("/ban-quet/lan/{batch:scan_batch}", batch);
    site.get("/ban-quet/cho", tray);
    site.post("/ban-quet/cho", choose);
    site.get("/ban-quet/cho/xep", place);
    site.post("/ban-quet/cho/xep", file);
    site.get("/to-chuc/{id:organisation}/bo-giay", print_form);
    site.post("/to-chuc/{id:organisation}/bo-giay", print);
}

} // namespace phusa::web::kit
