#include "app/gate.hpp"
#include "app/unit_names.hpp"
#include "web/accounts/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace phusa::web::accounts
{

namespace
{

struct Shown {
    std::string roles;
    std::string units;
};

Shown shown_grants(Site& site, const Account& account)
{
    Shown shown;
    for (const auto& grant : live_grants(account, site.app().today())) {
        auto separator = shown.roles.empty() ? "" : "; ";
        shown.roles += fmt::format("{}{}", separator, title_of(grant.role));
        shown.units += fmt::format("{}{}", separator, unit_name(site.app(), grant.organisation));
    }
    return shown;
}

std::string_view state_of(const Account& account)
{
    if (account.disabled)
        return "đã khoá";
    return account.last_signed_in ? "đang dùng" : "chưa đăng nhập lần nào";
}

std::string last_signed_in(const Account& account)
{
    return account.last_signed_in ? vietnamese_time(*account.last_signed_in) : std::string();
}

// The number of the page, from 0.
std::size_t page_asked(const Request& request)
{
    auto text = request.query.text("trang");
    std::size_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp<std::size_t>(number, 1, 1'000'000) - 1;
}

std::string href(std::string_view words, std::size_t page)
{
    Fields query;
    if (!words.empty())
        query.add("q", std::string(words));
    if (page > 0)
        query.add("trang", std::to_string(page + 1));
    return query.empty() ? "/tai-khoan" : "/tai-khoan?" + query.urlencoded();
}

View table_of(Site& site, std::span<const Account> accounts)
{
    TableView table("Tài khoản người dùng");
    table.quiet_caption()
        .cards()
        .column("Người dùng")
        .column("Vai trò")
        .column("Ở tổ chức")
        .column("Đăng nhập lần cuối")
        .column("Tình trạng")
        .empty("Không có tài khoản nào", "Thử tìm bằng từ khác, hoặc thêm tài khoản mới.");
    for (const auto& account : accounts) {
        auto grants = shown_grants(site, account);
        table.row({{.text = account.display_name, .href = path_of(account.id), .note = account.name},
                   {.text = grants.roles.empty() ? "chưa có vai trò" : grants.roles},
                   {.text = grants.units},
                   {.text = last_signed_in(account)},
                   {.text = {}, .badge = std::string(state_of(account)), .tone = account.disabled ? "bad" : "plain"}});
    }
    return std::move(table).view();
}

View::List actions_of(bool may_add)
{
    View::List actions;
    actions.push_back(action("/nhac-viec/thu", "Thư nhắc việc", "reminder"));
    if (may_add)
        actions.push_back(action("/tai-khoan/moi", "Thêm tài khoản", "add", true));
    return actions;
}

} // namespace

std::string path_of(AccountId id) { return fmt::format("/tai-khoan/{}", id.value); }

std::vector<FormChoice> role_choices(Need need)
{
    std::vector<FormChoice> choices{{"", need == Need::required ? "Chọn vai trò" : "Chưa cấp vai trò"}};
    for (auto each : all_roles())
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    return choices;
}

std::vector<RoleGrant> live_grants(const Account& account, Date today)
{
    std::vector<RoleGrant> live;
    std::ranges::copy_if(account.grants, std::back_inserter(live),
                         [today](const RoleGrant& grant) { return !grant.valid.until || *grant.valid.until > today; });
    return live;
}

Result<Response> list(Site& site, const Request& request)
{
    auto words = request.query.text("q");
    auto found = TRY(list_accounts(site.app(), asking(request), words));
    auto page = page_asked(request);
    auto first = std::min(page * limit::page_rows, found.size());
    auto count = std::min(limit::page_rows, found.size() - first);
    bool may_add = Gate(site.app(), asking(request)).has(Right::change_accounts);
    FormView filter("/tai-khoan", "Tìm", request.query);
    filter.search("q", "Tên");
    Fields query{{"q", std::string(words)}};
    View content;
    content
        .set("head",
             page_head("Tài khoản", {}, "Ai được vào hệ thống, với vai trò gì, ở tổ chức nào.", actions_of(may_add)))
        .set("filter", filter.view())
        .set("table", table_of(site, std::span(found).subspan(first, count)))
        .set("paging", paging({.first = first + 1,
                               .shown = count,
                               .total = static_cast<std::int64_t>(found.size()),
                               .noun = "tài khoản",
                               .previous_href = page > 0 ? href(words, page - 1) : "",
                               .next_href = first + count < found.size() ? href(words, page + 1) : "",
                               .exports_path = "/tai-khoan",
                               .exports_query = words.empty() ? "" : query.urlencoded()}));
    return site.page(request, {.view = "accounts/list", .title = "Tài khoản", .section = "tai-khoan"},
                     std::move(content));
}

namespace
{

std::vector<std::string> notes_of(Site& site, const Request& request)
{
    auto words = request.query.text("q");
    return {words.empty() ? std::string("Phạm vi: mọi tài khoản mà người lập được xem.")
                          : fmt::format("Phạm vi: tài khoản có “{}”.", words),
            fmt::format("Lập lúc {} bởi {}.", vietnamese_time(site.app().clock().now()), asking(request).display_name)};
}

} // namespace

Result<TableStream> rows(Site& site, const Request& request)
{
    using enum Table::Kind;
    Table table{.title = "Tài khoản người dùng",
                .notes = notes_of(site, request),
                .columns = {{"name", "Tên đăng nhập", text},
                            {"display_name", "Họ và tên", text},
                            {"roles", "Vai trò", text},
                            {"units", "Ở tổ chức", text},
                            {"last_signed_in", "Đăng nhập lần cuối", text},
                            {"state", "Tình trạng", text}},
                .rows = {}};
    for (const auto& account : TRY(list_accounts(site.app(), asking(request), request.query.text("q")))) {
        auto grants = shown_grants(site, account);
        table.rows.push_back({account.name, account.display_name, grants.roles, grants.units, last_signed_in(account),
                              std::string(state_of(account))});
    }
    return stream_of(std::move(table));
}

} // namespace phusa::web::accounts
