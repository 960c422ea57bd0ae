#include "web/organisations/handlers.hpp"
#include "web/site/list.hpp"

namespace phusa::web::organisations
{

void add_routes(Site& site)
{
    site.add(Section{.key = "to-chuc",
                     .title = "Tổ chức",
                     .path = "/to-chuc",
                     .icon = "organisation",
                     .right = Right::see_organisations,
                     .order = 20});
    add_list(site, "/to-chuc", tree, units);
    site.get("/to-chuc/{id:organisation}", show);
    site.get("/to-chuc/{id:organisation}/don-vi-moi", new_unit);
    site.post("/to-chuc/{id:organisation}/don-vi-moi", found_unit);
    site.get("/to-chuc/{id:organisation}/doi-ten", new_name);
    site.post("/to-chuc/{id:organisation}/doi-ten", rename_unit);
    site.get("/to-chuc/{id:organisation}/giai-the", dissolution);
    site.post("/to-chuc/{id:organisation}/giai-the", dissolve_unit);
    site.get("/to-chuc/{id:organisation}/ghi-nhan", new_fact);
    site.post("/to-chuc/{id:organisation}/ghi-nhan", add_fact);
    site.post("/to-chuc/{id:organisation}/ghi-nhan/{fact}/het", end_fact);
}

} // namespace phusa::web::organisations
