#include "web/sign_in/handlers.hpp"

namespace phusa::web::sign_in
{

void add_routes(Site& site)
{
    site.get("/dang-nhap", ask, Access::open);
    site.post("/dang-nhap", enter, Access::open);
    site.post("/dang-xuat", leave, Access::open);
    site.get("/khoi-tao/{token}", first_form, Access::open);
    site.post("/khoi-tao/{token}", make_first, Access::open);
}

} // namespace phusa::web::sign_in
