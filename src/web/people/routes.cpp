#include "web/people/handlers.hpp"
#include "web/site/list.hpp"

namespace phusa::web::people
{

void add_routes(Site& site)
{
    site.add(Section{.key = "nguoi",
                     .title = "Đảng viên",
                     .path = "/nguoi",
                     .icon = "people",
                     .right = Right::see_people,
                     .order = 30});
    add_list(site, "/nguoi", list, rows);
    site.get("/to-chuc/{id:organisation}/nguoi-moi", new_person);
    site.post("/to-chuc/{id:organisation}/nguoi-moi", add);
    site.get("/nguoi/{id:person}", show);
    site.get("/nguoi/{id:person}/dinh-chinh", new_correction);
    site.post("/nguoi/{id:person}/dinh-chinh", correct);
    site.get("/nguoi/{id:person}/so-dinh-danh", identity_question);
    site.post("/nguoi/{id:person}/so-dinh-danh", identity);
}

} // namespace phusa::web::people
