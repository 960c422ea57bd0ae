#include "web/imports/handlers.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::imports
{

namespace
{

constexpr std::size_t upload_bytes_max = 32 * 1024 * 1024;

} // namespace

void add_routes(Site& site)
{
    site.add(Section{.key = std::string(section),
                     .title = "Nhập dữ liệu",
                     .path = "/nhap-du-lieu",
                     .icon = "export",
                     .right = Right::change_people,
                     .order = 70});
    site.get("/nhap-du-lieu", index);
    site.add(Route{.method = Method::post,
                   .pattern = "/nhap-du-lieu",
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = upload_bytes_max},
             upload);
    site.get("/nhap-du-lieu/mau/{kind}", sample);
    site.get("/xuat-du-lieu", whole_kind);
    site.get("/nhap-du-lieu/tep/{token}", preview);
    site.post("/nhap-du-lieu/tep/{token}", write);
    site.get("/nhap-du-lieu/tep/{token}/dong-loi", failing);
    site.get("/nhap-du-lieu/lan/{import}", past);
    site.post("/nhap-du-lieu/lan/{import}/huy", undo);
}

} // namespace phusa::web::imports
