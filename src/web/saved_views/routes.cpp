#include "web/saved_views/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::saved_views
{

void add_routes(Site& site)
{
    add_list(site, "/bao-cao/cau-hoi", list, rows);
    site.post("/bao-cao/cau-hoi", save);
    site.get("/bao-cao/cau-hoi/{id:saved_view}", edit);
    site.post("/bao-cao/cau-hoi/{id:saved_view}", change);
    site.get("/bao-cao/cau-hoi/{id:saved_view}/xoa", confirm_delete);
    site.post("/bao-cao/cau-hoi/{id:saved_view}/xoa", erase);
}

} // namespace phusa::web::saved_views
