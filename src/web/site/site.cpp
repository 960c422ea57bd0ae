#include "web/site/site.hpp"

#include "web/api/api.hpp"
#include "web/http/cookies.hpp"
#include "web/http/csrf.hpp"
#include "web/http/percent.hpp"

#include <algorithm>
#include <cassert>

namespace phusa::web
{

namespace
{

constexpr std::string_view sign_in_path = "/dang-nhap";
constexpr std::string_view password_path = "/ca-nhan/mat-khau";
constexpr std::string_view sign_out_path = "/dang-xuat";

std::string_view bearer_token(const Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    auto sent = request.header("authorization").value_or("");
    return sent.starts_with(scheme) ? sent.substr(scheme.size()) : std::string_view{};
}

std::shared_ptr<const Visitor> visitor_of(App& app, Access access, const Request& request)
{
    if (auto token = bearer_token(request); access == Access::token && !token.empty()) {
        auto signed_in = bearer_of(app, token);
        if (!signed_in)
            return nullptr;
        return std::make_shared<const Visitor>(Visitor{std::move(*signed_in), {}, true});
    }
    auto token = kept_cookie(request, cookie::session).value_or("");
    if (token.empty())
        return nullptr;
    auto signed_in = session_of(app, token);
    if (!signed_in)
        return nullptr;
    return std::make_shared<const Visitor>(Visitor{std::move(*signed_in), std::string(token), false});
}

std::string_view csrf_secret(const Request& request)
{
    if (request.visitor)
        return request.visitor->signed_in.csrf;
    return kept_cookie(request, cookie::form).value_or("");
}

Problem not_signed_in() { return {.kind = Problem::Kind::refused, .message = "Hãy đăng nhập để tiếp tục."}; }

Problem foreign_form()
{
    return {.kind = Problem::Kind::refused,
            .message =
                "Biểu mẫu này đã cũ hoặc không phải của trang đang mở, nên chưa có gì thay đổi. Hãy quay lại, tải "
                "lại trang rồi gửi lần nữa."};
}

} // namespace

Site::Site(App& app) : app_(app), api_(std::make_unique<ApiDescription>()) {}

Site::~Site() = default;

void Site::add(Section section)
{
    auto place = std::ranges::upper_bound(sections_, section.order, {}, &Section::order);
    sections_.insert(place, std::move(section));
}

void Site::get(std::string pattern, PageHandler handler, Access access)
{
    add({.method = Method::get, .pattern = std::move(pattern), .access = access, .handler = {}}, std::move(handler));
}

void Site::post(std::string pattern, PageHandler handler, Access access)
{
    add({.method = Method::post, .pattern = std::move(pattern), .access = access, .handler = {}}, std::move(handler));
}

void Site::add(Route route, PageHandler handler)
{
    route.handler = [this, access = route.access, handler = std::move(handler)](const Request& request) {
        return enter(handler, access, request);
    };
    router_.add(std::move(route));
}

Response Site::enter(const PageHandler& handler, Access access, Request request)
{
    request.visitor = visitor_of(app_, access, request);
    if (auto away = turned_away(access, request))
        return std::move(*away);
    auto answer = handler(*this, request);
    if (!answer)
        return error(request, answer.error());
    return std::move(*answer);
}

std::shared_ptr<const Visitor> Site::recognise(const Request& request) const
{
    return visitor_of(app_, Access::signed_in, request);
}

std::optional<Response> Site::turned_away(Access access, const Request& request) const
{
    bool is_program = request.visitor && request.visitor->is_program;
    if (access != Access::open && !request.visitor) {
        if (request.wants_json() || access == Access::token) {
            auto response = problem_json(not_signed_in(), 401, request.request_id);
            response.set("WWW-Authenticate", "Bearer");
            return response;
        }
        auto back = request.is_safe() ? "?tiep=" + percent_encoded(request.target()) : std::string();
        return redirect_to(std::string(sign_in_path) + back);
    }
    if (!is_program && !csrf_ok(request, csrf_secret(request)))
        return error(request, foreign_form());
    bool must_change = request.visitor && request.visitor->signed_in.must_change_password;
    if (access != Access::open && must_change && request.path != password_path && request.path != sign_out_path) {
        if (request.wants_json())
            return error(request, {.kind = Problem::Kind::refused, .message = "Hãy đổi mật khẩu trước."});
        return redirect_to(std::string(password_path));
    }
    return std::nullopt;
}

std::string safe_return_path(std::string_view wanted)
{
    bool is_plain = std::ranges::all_of(wanted, [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; });
    if (!is_plain || !wanted.starts_with('/') || wanted.starts_with("//") || wanted.starts_with(sign_in_path))
        return "/";
    return std::string(wanted);
}

} // namespace phusa::web
