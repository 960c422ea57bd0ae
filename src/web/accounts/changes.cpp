#include "app/gate.hpp"
#include "app/unit_names.hpp"
#include "web/accounts/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

namespace phusa::web::accounts
{

namespace
{

using AccountNumber = struct phusa::Account;

Result<Account> account_asked(Site& site, const Request& request)
{
    return show_account(site.app(), asking(request), TRY(request.id<AccountNumber>("id")));
}

// The account, where the asker may change it; the refusal says why not.
Result<Account> account_to_change(Site& site, const Request& request)
{
    auto account = TRY(account_asked(site, request));
    if (!may_change(site.app(), asking(request), account))
        return problem(Problem::Kind::refused, "Bạn không được thay đổi tài khoản này.");
    return account;
}

Response form_page(Site& site, const Request& request, const Account* account, std::string heading,
                   const FormView& form, const Problem* problem)
{
    View content;
    content.set("head", page_head(heading, account ? account->display_name : "")).set("form", form.view());
    Page page{.view = "accounts/form",
              .title = std::move(heading),
              .section = "tai-khoan",
              .crumbs = {{"Tài khoản", "/tai-khoan"}}};
    if (account)
        page.crumbs.emplace_back(account->display_name, path_of(account->id));
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

std::string home_code(Site& site, const Request& request)
{
    Gate gate(site.app(), asking(request));
    auto home = gate.home();
    auto position = home ? gate.tree().find(*home) : std::nullopt;
    return position ? gate.tree().at(*position).code : std::string();
}

FieldLook password_look()
{
    return {.hint = "Ít nhất 12 ký tự. Đưa tận tay cho người dùng; họ phải đổi ở lần đăng nhập đầu.",
            .required = true,
            .autocomplete = "new-password"};
}

void add_grant_fields(FormView& form, Site& site, const Request& request, Need need)
{
    bool is_required = need == Need::required;
    form.select("role", "Vai trò", role_choices(need), {.required = is_required})
        .text("unit", "Mã tổ chức",
              {.hint = "Vai trò có hiệu lực ở tổ chức này và mọi đơn vị bên dưới. Tra mã ở trang Tổ chức.",
               .required = is_required,
               .value = home_code(site, request)})
        .date("last_day", "Đến hết ngày", {.hint = "Để trống khi không thời hạn"});
}

Response adding_form(Site& site, const Request& request, const Problem* problem)
{
    FormView form("/tai-khoan/moi", "Thêm tài khoản", request.form, problem);
    form.text("display_name", "Họ và tên", {.required = true})
        .text("name", "Tên đăng nhập", {.hint = "Chữ thường không dấu, chữ số, dấu . _ -", .required = true})
        .password("password", "Mật khẩu ban đầu", password_look());
    add_grant_fields(form, site, request, Need::optional);
    form.cancel("/tai-khoan");
    return form_page(site, request, nullptr, "Thêm tài khoản", form, problem);
}

Response granting_form(Site& site, const Request& request, const Account& account, const Problem* problem)
{
    FormView form(path_of(account.id) + "/vai-tro", "Cấp vai trò", request.form, problem);
    add_grant_fields(form, site, request, Need::required);
    form.date("from", "Từ ngày", {.required = true, .value = site.app().today().vietnamese()})
        .cancel(path_of(account.id));
    return form_page(site, request, &account, "Cấp vai trò", form, problem);
}

Response password_form(Site& site, const Request& request, const Account& account, const Problem* problem)
{
    FormView form(path_of(account.id) + "/mat-khau", "Đặt lại mật khẩu", request.form, problem);
    form.password("password", "Mật khẩu mới", password_look()).cancel(path_of(account.id));
    return form_page(site, request, &account, "Đặt lại mật khẩu", form, problem);
}

std::optional<OrganisationId> read_unit(Site& site, FormReader& form)
{
    auto code = form.text("unit", Need::required);
    auto unit = unit_with_code(site.app(), code);
    if (!unit && !code.empty())
        form.wrong("unit", "Không có tổ chức nào mang mã này hôm nay.");
    return unit;
}

std::optional<Date> read_until(FormReader& form)
{
    auto last_day = form.date("last_day");
    return last_day ? std::optional(last_day->plus_days(1)) : std::nullopt;
}

// Fields as the form names them; a unit outside the asker's reach is wrong input here, not a missing page.
Problem beside_fields(Problem problem)
{
    if (problem.kind == Problem::Kind::not_found || problem.kind == Problem::Kind::refused)
        problem = {.kind = Problem::Kind::invalid, .message = problem.message, .fields = {{"unit", problem.message}}};
    for (auto& field : problem.fields)
        if (field.name == "until")
            field.name = "last_day";
    return problem;
}

} // namespace

Result<Response> new_account(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::change_accounts));
    return adding_form(site, request, nullptr);
}

Result<Response> add(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::change_accounts));
    FormReader form(request.form);
    NewAccount wanted{.name = form.text("name", Need::required),
                      .display_name = form.text("display_name", Need::required, limit::name_length_max),
                      .password = form.secret("password"),
                      .role = form.choice("role", role),
                      .organisation = {},
                      .until = {}};
    if (wanted.role) {
        wanted.organisation = read_unit(site, form);
        wanted.until = read_until(form);
    }
    if (auto wrong = form.problem())
        return adding_form(site, request, &*wrong);
    auto added = add_account(site.app(), asking(request), wanted);
    if (!added) {
        auto wrong = beside_fields(added.error());
        return adding_form(site, request, &wrong);
    }
    return site.redirect_with(request, path_of(*added), "Đã thêm tài khoản " + wanted.name + ".");
}

Result<Response> new_grant(Site& site, const Request& request)
{
    return granting_form(site, request, TRY(account_to_change(site, request)), nullptr);
}

Result<Response> grant(Site& site, const Request& request)
{
    auto account = TRY(account_to_change(site, request));
    FormReader form(request.form);
    auto wanted = form.choice("role", role, Need::required);
    auto unit = read_unit(site, form);
    Validity valid{.first = form.date("from", Need::required).value_or(site.app().today()), .until = read_until(form)};
    if (auto wrong = form.problem())
        return granting_form(site, request, account, &*wrong);
    auto granted = grant_role(site.app(), asking(request), account.id, *wanted, *unit, valid);
    if (!granted) {
        auto wrong = beside_fields(granted.error());
        return granting_form(site, request, account, &wrong);
    }
    return site.redirect_with(request, path_of(account.id), "Đã cấp vai trò.");
}

Result<Response> end(Site& site, const Request& request)
{
    auto id = TRY(request.id<AccountNumber>("id"));
    auto grant = TRY(request.id<struct phusa::RoleGrant>("grant"));
    TRY_DO(end_grant(site.app(), asking(request), id, grant));
    return site.redirect_with(request, path_of(id), "Vai trò đã kết thúc, có hiệu lực ngay.");
}

Result<Response> new_password(Site& site, const Request& request)
{
    return password_form(site, request, TRY(account_to_change(site, request)), nullptr);
}

Result<Response> set_password(Site& site, const Request& request)
{
    auto account = TRY(account_to_change(site, request));
    FormReader form(request.form);
    auto password = form.secret("password");
    if (auto wrong = form.problem())
        return password_form(site, request, account, &*wrong);
    auto set = reset_password(site.app(), asking(request), account.id, password);
    if (!set)
        return password_form(site, request, account, &set.error());
    return site.redirect_with(request, path_of(account.id), "Đã đặt lại mật khẩu; các phiên đăng nhập đã kết thúc.");
}

Result<Response> blocking(Site& site, const Request& request)
{
    auto account = TRY(account_to_change(site, request));
    View content;
    content.set("heading", "Khoá tài khoản " + account.display_name + "?")
        .set("has_consequences", true)
        .set("consequences", View(View::List{"Người này không đăng nhập được nữa; mọi phiên đang mở kết thúc ngay.",
                                             "Mọi khoá truy cập của người này bị thu hồi.",
                                             "Vai trò và nhật ký được giữ nguyên; có thể mở khoá sau."}))
        .set("action", path_of(account.id) + "/khoa")
        .set("has_errors", false)
        .set("hidden", View(View::List{}))
        .set("fields", View(View::List{}))
        .set("confirm_label", "Khoá tài khoản")
        .set("cancel_href", path_of(account.id))
        .set("dangerous", true);
    return site.page(request,
                     {.view = "layout/confirm",
                      .title = "Khoá tài khoản",
                      .section = "tai-khoan",
                      .crumbs = {{"Tài khoản", "/tai-khoan"}, {account.display_name, path_of(account.id)}}},
                     std::move(content));
}

Result<Response> block(Site& site, const Request& request)
{
    auto id = TRY(request.id<AccountNumber>("id"));
    TRY_DO(disable_account(site.app(), asking(request), id));
    return site.redirect_with(request, path_of(id), "Đã khoá tài khoản.");
}

Result<Response> unblock(Site& site, const Request& request)
{
    auto id = TRY(request.id<AccountNumber>("id"));
    TRY_DO(enable_account(site.app(), asking(request), id));
    return site.redirect_with(request, path_of(id), "Đã mở khoá tài khoản.");
}

Result<Response> revoke(Site& site, const Request& request)
{
    auto id = TRY(request.id<AccountNumber>("id"));
    auto token = TRY(request.id<struct phusa::ApiToken>("token"));
    TRY_DO(revoke_api_token(site.app(), asking(request), id, token));
    return site.redirect_with(request, path_of(id), "Đã thu hồi khoá truy cập.");
}

} // namespace phusa::web::accounts
