#include "web/http/cookies.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/own_account/handlers.hpp"
#include "web/site/form.hpp"

namespace phusa::web::own_account
{

namespace
{

Response password_page(Site& site, const Request& request, const Problem* problem)
{
    FormView form("/ca-nhan/mat-khau", "Đổi mật khẩu", request.form, problem);
    form.password("current_password", "Mật khẩu hiện tại", {.required = true, .autocomplete = "current-password"})
        .password("password", "Mật khẩu mới",
                  {.hint = "Ít nhất 12 ký tự; một câu dài dễ nhớ là tốt nhất",
                   .required = true,
                   .autocomplete = "new-password"})
        .password("password_again", "Nhập lại mật khẩu mới", {.required = true, .autocomplete = "new-password"});
    bool must_change = request.visitor->signed_in.must_change_password;
    if (!must_change)
        form.cancel("/ca-nhan");
    View content;
    content.set("form", form.view())
        .set("head", page_head("Đổi mật khẩu", {},
                               must_change ? "Mật khẩu đang dùng do người khác đặt. Hãy đặt mật khẩu chỉ mình bạn biết "
                                             "rồi mới làm việc tiếp."
                                           : "Các phiên đăng nhập khác của bạn sẽ kết thúc."));
    Page page{.view = "own_account/password", .title = "Đổi mật khẩu", .crumbs = {{"Tài khoản của tôi", "/ca-nhan"}}};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

} // namespace

Result<Response> password_form(Site& site, const Request& request) { return password_page(site, request, nullptr); }

Result<Response> change_password(Site& site, const Request& request)
{
    FormReader form(request.form);
    auto current = form.secret("current_password");
    auto wanted = form.secret("password");
    if (form.secret("password_again") != wanted)
        form.wrong("password_again", "Hai lần nhập mật khẩu chưa giống nhau.");
    if (auto wrong = form.problem())
        return password_page(site, request, &*wrong);
    auto opened = change_own_password(site.app(), asking(request), current, wanted);
    if (!opened)
        return password_page(site, request, &opened.error());
    auto response = site.redirect_with(request, "/ca-nhan", "Đã đổi mật khẩu.");
    set_cookie(response, request,
               {.name = std::string(cookie::session), .value = opened->token, .same_site = SameSite::lax, .life = {}});
    return response;
}

Result<Response> end_others(Site& site, const Request& request)
{
    end_other_sessions(site.app(), asking(request), request.visitor->session);
    return site.redirect_with(request, "/ca-nhan", "Đã kết thúc các phiên đăng nhập khác.");
}

Result<Response> choose_theme(Site& site, const Request& request)
{
    auto theme = request.form.text("theme");
    bool is_chosen = theme == "light" || theme == "dark";
    auto response = site.redirect_with(request, "/ca-nhan", "Đã đổi giao diện.");
    // Scripts write the same cookie (assets/js/theme.js), so it is not HttpOnly; it says nothing about anybody.
    response.add("Set-Cookie", std::string("theme=") + (is_chosen ? std::string(theme) : "") +
                                   "; Path=/; SameSite=Lax; Max-Age=" + (is_chosen ? "31536000" : "0") +
                                   (request.is_tls ? "; Secure" : ""));
    return response;
}

} // namespace phusa::web::own_account
