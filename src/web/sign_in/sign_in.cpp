#include "app/sign_in.hpp"

#include "web/http/cookies.hpp"
#include "web/layout/form_view.hpp"
#include "web/sign_in/handlers.hpp"

namespace phusa::web::sign_in
{

namespace
{

Response sign_in_page(Site& site, const Request& request, const Problem* problem)
{
    auto back = safe_return_path(request.is_safe() ? request.query.text("tiep") : request.form.text("tiep"));
    FormView form("/dang-nhap", "Đăng nhập", request.form, problem);
    form.text("name", "Tên đăng nhập", {.required = true, .autocomplete = "username"})
        .password("password", "Mật khẩu", {.required = true, .autocomplete = "current-password"})
        .hidden("tiep", back);
    View content;
    content.set("form", form.view()).set("error_heading", "Chưa đăng nhập được");
    Page page{.view = "sign_in/sign_in", .title = "Đăng nhập", .is_bare = true};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

} // namespace

void keep(Site& site, Response& response, const Request& request, const OpenedSession& opened)
{
    if (auto before = kept_cookie(request, cookie::session))
        sign_out(site.app(), *before);
    set_cookie(response, request,
               {.name = std::string(cookie::session), .value = opened.token, .same_site = SameSite::lax, .life = {}});
    remove_cookie(response, request, cookie::form);
}

Result<Response> ask(Site& site, const Request& request)
{
    if (request.visitor)
        return redirect_to(safe_return_path(request.query.text("tiep")));
    return sign_in_page(site, request, nullptr);
}

Result<Response> enter(Site& site, const Request& request)
{
    auto opened = phusa::sign_in(site.app(), request.form.text("name"), request.form.text("password"), request.peer);
    if (!opened)
        return sign_in_page(site, request, &opened.error());
    auto response = redirect_to(safe_return_path(request.form.text("tiep")));
    keep(site, response, request, *opened);
    return response;
}

Result<Response> leave(Site& site, const Request& request)
{
    if (request.visitor)
        sign_out(site.app(), request.visitor->session);
    auto response = site.redirect_with(request, "/dang-nhap", "Bạn đã đăng xuất.");
    remove_cookie(response, request, cookie::session);
    // Drafts that were kept in the tab are of the person who has just left.
    response.set("Clear-Site-Data", "\"storage\"");
    return response;
}

} // namespace phusa::web::sign_in
