#include "app/accounts.hpp"
#include "app/gate.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/own_account/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::own_account
{

namespace
{

View grants_of(Site& site, const Actor& actor)
{
    TableView table("Vai trò, tổ chức và thời hạn");
    table.quiet_caption()
        .column("Vai trò")
        .column("Ở tổ chức")
        .column("Đến hết ngày")
        .empty("Chưa có vai trò nào", "Hãy nhờ người quản trị cấp vai trò để làm việc.");
    auto tree = site.app().tree();
    for (const auto& grant : actor.grants) {
        auto position = tree->find(grant.organisation);
        table.row({{.text = std::string(title_of(grant.role))},
                   {.text = position ? tree->at(*position).name : "(tổ chức bên cạnh)",
                    .href = fmt::format("/to-chuc/{}", grant.organisation.value)},
                   {.text = grant.valid.until ? grant.valid.until->plus_days(-1).vietnamese() : "không thời hạn"}});
    }
    return std::move(table).view();
}

View::List tokens_of(const std::vector<ApiToken>& tokens)
{
    View::List shown;
    for (const auto& token : tokens)
        shown.push_back(View()
                            .set("token_label", token.label)
                            .set("created", vietnamese_time(token.created))
                            .set("expires", token.expires ? token.expires->vietnamese() : "")
                            .set("last_used", token.last_used ? vietnamese_time(*token.last_used) : "")
                            .set("revoke_action", fmt::format("/ca-nhan/khoa-truy-cap/{}/thu-hoi", token.id.value)));
    return shown;
}

View themes_of(const Request& request)
{
    auto now = request.cookie("theme").value_or("");
    FormView form("/ca-nhan/giao-dien", "Đổi giao diện");
    form.radios("theme", "Giao diện", {{"light", "Sáng"}, {"dark", "Tối"}, {"system", "Theo máy"}},
                {.value = now == "light" || now == "dark" ? std::string(now) : "system"});
    return form.view();
}

Result<Response> own_page(Site& site, const Request& request, const Problem* problem, std::string_view new_token)
{
    const Actor& actor = asking(request);
    auto tokens = TRY(list_api_tokens(site.app(), actor, *actor.account));
    FormView form("/ca-nhan/khoa-truy-cap", "Tạo khoá", request.form, problem);
    form.text("label", "Dùng để làm gì", {.hint = "Ví dụ: báo cáo hằng tháng", .required = true})
        .date("expires", "Dùng đến hết ngày", {.hint = "Để trống khi không thời hạn"});
    View content;
    content.set("head", page_head(actor.display_name, "Tài khoản của tôi", "Tên đăng nhập: " + actor.name))
        .set("grants", grants_of(site, actor))
        .set("tokens", View(tokens_of(tokens)))
        .set("token_form", form.view())
        .set("theme_form", themes_of(request))
        .set("new_token", new_token);
    Page page{.view = "own_account/show", .title = "Tài khoản của tôi"};
    auto response = problem ? site.form_again(request, page, std::move(content), *problem)
                            : site.page(request, page, std::move(content));
    response.may_compress = new_token.empty();
    return response;
}

} // namespace

Result<Response> show(Site& site, const Request& request) { return own_page(site, request, nullptr, {}); }

Result<Response> make_token(Site& site, const Request& request)
{
    const Actor& actor = asking(request);
    FormReader form(request.form);
    auto label = form.text("label", Need::required, limit::name_length_max);
    auto expires = form.date("expires");
    if (auto wrong = form.problem())
        return own_page(site, request, &*wrong, {});
    auto token = make_api_token(site.app(), actor, *actor.account, label, expires);
    if (!token)
        return own_page(site, request, &token.error(), {});
    auto plain = request;
    plain.form = {};
    return own_page(site, plain, nullptr, *token);
}

Result<Response> revoke_token(Site& site, const Request& request)
{
    const Actor& actor = asking(request);
    auto token = TRY(request.id<struct phusa::ApiToken>("token"));
    TRY_DO(revoke_api_token(site.app(), actor, *actor.account, token));
    return site.redirect_with(request, "/ca-nhan", "Đã thu hồi khoá truy cập.");
}

} // namespace phusa::web::own_account
