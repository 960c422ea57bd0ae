#include "web/paper_forms/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::paper_forms
{

void add_routes(Site& site)
{
    site.add(Section{.key = std::string(section),
                     .title = "Mẫu giấy",
                     .path = "/mau-giay",
                     .icon = "papers",
                     .right = Right::record_decisions,
                     .order = 75});
    site.get("/mau-giay", index);
    site.get("/mau-giay/{code}", show);
    site.get("/so-van-ban", numbers);
    site.post("/so-van-ban", tell_numbers);
    site.post("/so-van-ban/nhiem-ky", put_term);
    site.post("/so-van-ban/nhiem-ky/bo", drop_term);
    site.get("/mau-giay/{code}/tep", file);
    site.add(Route{.method = Method::post,
                   .pattern = "/mau-giay/{code}",
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = template_bytes_max + limit::request_body_bytes_max},
             send);
    site.post("/mau-giay/{code}/bo/{version:paper_template}", withdraw);
}

} // namespace phusa::web::paper_forms
