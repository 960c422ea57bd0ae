#include "app/first_link.hpp"
#include "web/layout/form_view.hpp"
#include "web/sign_in/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::sign_in
{

namespace
{

bool is_register_empty(Site& site) { return site.app().tree()->size() == 0; }

Response first_page(Site& site, const Request& request, const Problem* problem)
{
    FormView form(fmt::format("/khoi-tao/{}", request.route_text("token")), "Tạo tài khoản quản trị", request.form,
                  problem);
    if (is_register_empty(site))
        form.text("unit_name", "Tên đảng bộ",
                  {.hint = "Đơn vị cao nhất trong hệ thống này, ví dụ: Đảng bộ tỉnh Thái Bình", .required = true})
            .text("unit_code", "Mã của đảng bộ", {.hint = "Hai chữ số", .required = true, .is_short = true});
    form.text("display_name", "Họ và tên người quản trị", {.required = true, .autocomplete = "name"})
        .text("name", "Tên đăng nhập",
              {.hint = "Chữ thường không dấu, chữ số, dấu . _ -", .required = true, .autocomplete = "username"})
        .password("password", "Mật khẩu",
                  {.hint = "Ít nhất 12 ký tự; một câu dài dễ nhớ là tốt nhất",
                   .required = true,
                   .autocomplete = "new-password"})
        .password("password_again", "Nhập lại mật khẩu", {.required = true, .autocomplete = "new-password"});
    View content;
    content.set("form", form.view());
    Page page{.view = "sign_in/first", .title = "Khởi tạo hệ thống", .is_bare = true};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

FirstAdministrator read_wanted(Site& site, FormReader& form)
{
    FirstAdministrator wanted{.name = form.text("name", Need::required),
                              .display_name = form.text("display_name", Need::required, limit::name_length_max),
                              .password = form.secret("password"),
                              .unit = {}};
    if (form.secret("password_again") != wanted.password)
        form.wrong("password_again", "Hai lần nhập mật khẩu chưa giống nhau.");
    if (is_register_empty(site)) {
        wanted.unit.name = form.text("unit_name", Need::required, limit::name_length_max);
        wanted.unit.code = form.text("unit_code", Need::required);
    }
    return wanted;
}

} // namespace

Result<Response> first_form(Site& site, const Request& request)
{
    if (!first_link_is_good(site.app(), request.route_text("token")))
        return problem(Problem::Kind::not_found,
                       "Liên kết khởi tạo này không đúng, đã dùng hoặc đã hết hạn. Khởi động lại máy chủ để có liên "
                       "kết mới, nếu chưa có người quản trị.");
    return first_page(site, request, nullptr);
}

Result<Response> make_first(Site& site, const Request& request)
{
    FormReader form(request.form);
    auto wanted = read_wanted(site, form);
    if (auto wrong = form.problem())
        return first_page(site, request, &*wrong);
    auto opened = make_first_administrator(site.app(), request.route_text("token"), wanted);
    if (!opened && opened.error().kind != Problem::Kind::invalid)
        return std::unexpected(opened.error());
    if (!opened)
        return first_page(site, request, &opened.error());
    auto response = site.redirect_with(request, "/", "Đã tạo tài khoản quản trị đầu tiên.");
    keep(site, response, request, *opened);
    return response;
}

} // namespace phusa::web::sign_in
