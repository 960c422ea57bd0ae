#include "web/accounts/handlers.hpp"
#include "web/site/list.hpp"

namespace phusa::web::accounts
{

void add_routes(Site& site)
{
    site.add(Section{.key = "tai-khoan",
                     .title = "Tài khoản",
                     .path = "/tai-khoan",
                     .icon = "accounts",
                     .right = Right::see_accounts,
                     .order = 80});
    add_list(site, "/tai-khoan", list, rows);
    site.get("/tai-khoan/moi", new_account);
    site.post("/tai-khoan/moi", add);
    site.get("/tai-khoan/{id:account}", show);
    site.get("/tai-khoan/{id:account}/vai-tro", new_grant);
    site.post("/tai-khoan/{id:account}/vai-tro", grant);
    site.post("/tai-khoan/{id:account}/vai-tro/{grant:role_grant}/ket-thuc", end);
    site.get("/tai-khoan/{id:account}/mat-khau", new_password);
    site.post("/tai-khoan/{id:account}/mat-khau", set_password);
    site.get("/tai-khoan/{id:account}/nguoi", person_form);
    site.post("/tai-khoan/{id:account}/nguoi", set_person);
    site.get("/tai-khoan/{id:account}/khoa", blocking);
    site.post("/tai-khoan/{id:account}/khoa", block);
    site.post("/tai-khoan/{id:account}/mo-khoa", unblock);
    site.post("/tai-khoan/{id:account}/khoa-truy-cap/{token:token}/thu-hoi", revoke);
}

} // namespace phusa::web::accounts
