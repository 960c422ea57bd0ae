#include "web/quality/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::quality
{

void add_routes(Site& site)
{
    site.add(Section{.key = std::string(section),
                     .title = "Chất lượng dữ liệu",
                     .path = "/chat-luong",
                     .icon = "quality",
                     .right = Right::change_people,
                     .order = 72});
    add_list(site, "/chat-luong", index, index_rows);
    add_list(site, "/chat-luong/danh-sach", list, list_rows);
    site.get("/chat-luong/da-gop", done);
    site.get("/nguoi/{id:person}/gop/{other:person}", comparison);
    site.post("/nguoi/{id:person}/gop/{other:person}", merge);
    site.post("/nguoi/{id:person}/khac-nguoi/{other:person}", distinct);
    site.post("/nguoi/{id:person}/bo-danh-dau/{other:person}", indistinct);
    site.post("/nguoi/{id:person}/tach", unmerge);
    site.get("/to-chuc/{id:organisation}/phieu-ra-soat", sheets);
    site.get("/to-chuc/{id:organisation}/phieu-ra-soat.xlsx", sheet_file);
    site.get("/to-chuc/{id:organisation}/nhap-phieu", entry);
    site.post("/to-chuc/{id:organisation}/nhap-phieu", take_entry);
}

} // namespace phusa::web::quality
