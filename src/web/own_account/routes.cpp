#include "web/own_account/handlers.hpp"

namespace phusa::web::own_account
{

void add_routes(Site& site)
{
    site.get("/ca-nhan", show);
    site.get("/ca-nhan/mat-khau", password_form);
    site.post("/ca-nhan/mat-khau", change_password);
    site.post("/ca-nhan/phien-khac/ket-thuc", end_others);
    site.post("/ca-nhan/giao-dien", choose_theme);
    site.post("/ca-nhan/khoa-truy-cap", make_token);
    site.post("/ca-nhan/khoa-truy-cap/{token:token}/thu-hoi", revoke_token);
}

} // namespace phusa::web::own_account
