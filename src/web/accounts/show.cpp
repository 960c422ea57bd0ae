#include "app/gate.hpp"
#include "app/unit_names.hpp"
#include "web/accounts/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::accounts
{

namespace
{

std::string days_of(const Validity& valid)
{
    if (!valid.until)
        return fmt::format("từ {}", valid.first.vietnamese());
    return fmt::format("từ {} đến hết {}", valid.first.vietnamese(), valid.until->plus_days(-1).vietnamese());
}

View::List grants_of(Site& site, const Account& account, bool may_end)
{
    View::List shown;
    for (const auto& grant : live_grants(account, site.app().today()))
        shown.push_back(
            View()
                .set("role", title_of(grant.role))
                .set("unit", unit_name(site.app(), grant.organisation))
                .set("unit_href", fmt::format("/to-chuc/{}", grant.organisation.value))
                .set("days", days_of(grant.valid))
                .set("end_action",
                     may_end ? fmt::format("{}/vai-tro/{}/ket-thuc", path_of(account.id), grant.id.value) : ""));
    return shown;
}

Result<View::List> tokens_of(Site& site, const Actor& actor, const Account& account)
{
    View::List shown;
    for (const auto& token : TRY(list_api_tokens(site.app(), actor, account.id)))
        shown.push_back(
            View()
                .set("token_label", token.label)
                .set("created", vietnamese_time(token.created))
                .set("last_used", token.last_used ? vietnamese_time(*token.last_used) : "")
                .set("revoke_action", fmt::format("{}/khoa-truy-cap/{}/thu-hoi", path_of(account.id), token.id.value)));
    return shown;
}

View::List facts_of(const Account& account, const std::optional<LinkablePerson>& person)
{
    View::List facts;
    add_fact(facts, "Tên đăng nhập", account.name);
    add_fact(facts, "Tình trạng", account.disabled ? "Đã khoá, không đăng nhập được" : "Đang dùng");
    add_fact(facts, "Tạo lúc", vietnamese_time(account.created));
    add_fact(facts, "Đăng nhập lần cuối",
             account.last_signed_in ? vietnamese_time(*account.last_signed_in) : "chưa lần nào");
    add_fact(facts, "Người trong sổ", person ? in_words(*person) : "Chưa gắn với ai");
    if (account.must_change_password)
        add_fact(facts, "Mật khẩu", "Phải đổi ở lần đăng nhập tới");
    return facts;
}

View::List actions_of(const Account& account)
{
    auto path = path_of(account.id);
    View::List actions{action(path + "/vai-tro", "Cấp vai trò", "add", true),
                       action(path + "/nguoi", "Gắn với người trong sổ", "person"),
                       action(path + "/mat-khau", "Đặt lại mật khẩu", "lock")};
    if (!account.disabled)
        actions.push_back(action(path + "/khoa", "Khoá tài khoản", "blocked"));
    return actions;
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    const Actor& actor = asking(request);
    auto id = TRY(request.id<struct phusa::Account>("id"));
    auto account = TRY(show_account(site.app(), actor, id));
    bool may_change = phusa::may_change(site.app(), actor, account);
    auto tokens = may_change ? TRY(tokens_of(site, actor, account)) : View::List{};
    auto grants = grants_of(site, account, may_change);
    bool sees_log = Gate(site.app(), actor).has(Right::see_audit);
    View content;
    content
        .set("head", page_head(account.display_name, "Tài khoản", {}, may_change ? actions_of(account) : View::List{}))
        .set("facts", View(facts_of(account, TRY(linked_person(site.app(), actor, id)))))
        .set("is_own", actor.account == account.id)
        .set("has_grants", !grants.empty())
        .set("grants", View(std::move(grants)))
        .set("has_tokens", !tokens.empty())
        .set("tokens", View(std::move(tokens)))
        .set("unblock_action", may_change && account.disabled ? path_of(account.id) + "/mo-khoa" : "")
        .set("log_href", sees_log ? fmt::format("/nhat-ky?nguoi={}", account.id.value) : "");
    return site.page(request,
                     {.view = "accounts/show",
                      .title = account.display_name,
                      .section = "tai-khoan",
                      .crumbs = {{"Tài khoản", "/tai-khoan"}}},
                     std::move(content));
}

} // namespace phusa::web::accounts
