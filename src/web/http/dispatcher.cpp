#include "web/http/dispatcher.hpp"

#include "base/sealing.hpp"
#include "web/http/access_log.hpp"
#include "web/http/compression.hpp"
#include "web/http/header_value.hpp"
#include "web/http/peer.hpp"
#include "web/http/security_headers.hpp"
#include "web/views/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web
{

namespace
{

using Steady = std::chrono::steady_clock;

constexpr std::string_view no_route = "-";
constexpr std::string_view assets_pattern = "/assets/*";

// What remains to show when the site's own error page cannot be made.
Response bare_page(const Request& request, const Problem& problem, int status)
{
    return html(fmt::format("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                            "<title>{0}</title></head><body><main><h1>{0}</h1><p>{1}</p>"
                            "<p>Mã tham chiếu: {2}</p><p><a href=\"/\">Về trang đầu</a></p></main></body></html>\n",
                            escaped(title_of(status)), escaped(problem.message), escaped(request.request_id)),
                status);
}

Problem broken_world()
{
    return {.kind = Problem::Kind::unavailable,
            .message =
                "Hệ thống gặp lỗi nên chưa làm được việc này. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo cho quản "
                "trị viên kèm mã tham chiếu."};
}

Problem explained(int status)
{
    switch (status) {
    case 405:
        return {.message = "Địa chỉ này có, nhưng không nhận cách gửi vừa dùng. Hãy quay lại trang trước rồi làm lại."};
    case 413:
        return {.kind = Problem::Kind::too_large,
                .message = "Nội dung gửi lên vượt quá giới hạn. Hãy chia nhỏ tệp hoặc biểu mẫu rồi gửi lại."};
    case 431:
        return {.kind = Problem::Kind::too_large,
                .message = "Trình duyệt gửi quá nhiều thông tin kèm theo. Hãy xoá cookie của trang này rồi thử lại."};
    case 503:
        return {.kind = Problem::Kind::unavailable,
                .message = "Đang có quá nhiều người dùng cùng lúc. Hãy thử lại sau ít giây."};
    default:
        return {.message = "Yêu cầu gửi lên không đúng định dạng. Hãy tải lại trang rồi thử lại."};
    }
}

// A request that cannot be read still has somebody to be answered, in the form that they asked for.
Request unreadable(const RawRequest& raw)
{
    Request request;
    request.method = method_from(raw.method);
    request.is_tls = raw.is_tls;
    request.peer = raw.peer;
    if (raw.target.starts_with("/api/"))
        request.set_header("accept", "application/json");
    return request;
}

std::size_t bytes_of(const Response& response)
{
    if (const auto* own = std::get_if<std::string>(&response.body))
        return own->size();
    const auto* fixed = std::get_if<std::string_view>(&response.body);
    return fixed ? fixed->size() : 0;
}

// Counts a stream as it is sent, and logs it when it has ended: at its end, by an exception, or because the reader
// has gone.
class LoggedStream
{
public:
    LoggedStream(NextChunk next, const Request& request, std::string_view pattern, int status, Steady::time_point start)
        : next_(std::move(next)), method_(request.method), pattern_(pattern), status_(status),
          request_id_(request.request_id), start_(start)
    {
    }
    ~LoggedStream()
    {
        log_answered({.method = name_of(method_),
                      .pattern = pattern_,
                      .status = status_,
                      .time = Steady::now() - start_,
                      .bytes = bytes_,
                      .request_id = request_id_});
    }
    LoggedStream(const LoggedStream&) = delete;
    LoggedStream& operator=(const LoggedStream&) = delete;

    bool next(std::string& chunk)
    {
        try {
            auto more = next_(chunk);
            bytes_ += more ? chunk.size() : 0;
            return more;
        } catch (const std::exception& error) {
            log_broken(name_of(method_), pattern_, error, request_id_);
            throw; // the server cuts the connection, so that the reader knows that something is missing
        }
    }

private:
    NextChunk next_;
    Method method_;
    std::string_view pattern_;
    int status_;
    std::string request_id_;
    Steady::time_point start_;
    std::size_t bytes_ = 0;
};

} // namespace

Dispatcher::Dispatcher(const Router& router, Metrics& metrics, DispatcherSettings settings)
    : router_(router), metrics_(metrics), settings_(std::move(settings))
{
}

Response Dispatcher::answer(RawRequest raw) const
{
    auto start = Steady::now();
    if (settings_.behind_proxy)
        apply_proxy_headers(raw);
    auto stand_in = unreadable(raw);
    auto read = Request::read(std::move(raw));
    auto& request = read ? *read : stand_in;
    request.request_id = to_hex(random_bytes(8));
    Answer answer{.response = {}, .pattern = no_route};
    if (read)
        answer = answered(request);
    else
        answer.response =
            problem_page(request, read.error(), read.error().kind == Problem::Kind::too_large ? 413 : 400);
    compress(request, answer.response);
    add_security_headers(request, answer.response);
    answer.response.set("X-Request-Id", request.request_id);
    record(request, answer, start);
    return std::move(answer.response);
}

// With its problem, if it has one, written out.
Dispatcher::Answer Dispatcher::answered(Request& request) const
{
    auto answer = routed(request);
    if (auto problem = std::exchange(answer.response.problem, {})) {
        auto page = problem_page(request, *problem, answer.response.status);
        for (auto& [name, value] : answer.response.headers)
            page.add(name, std::move(value));
        answer.response = std::move(page);
    }
    return answer;
}

Dispatcher::Answer Dispatcher::routed(Request& request) const
{
    if (settings_.static_files)
        if (auto file = settings_.static_files->answer(request))
            return {.response = std::move(*file), .pattern = assets_pattern};
    auto found = router_.find(request.method, request.path);
    if (auto* match = std::get_if<Router::Match>(&found)) {
        request.route_parameters = std::move(match->parameters);
        request.route_pattern = match->route->pattern;
        return {.response = handled(*match->route, request), .pattern = match->route->pattern};
    }
    if (auto* wrong = std::get_if<Router::WrongMethod>(&found)) {
        Response response{.status = 405, .problem = explained(405)};
        response.set("Allow", wrong->allow);
        return {.response = std::move(response), .pattern = no_route};
    }
    return {.response = not_found(), .pattern = no_route};
}

Response Dispatcher::handled(const Route& route, const Request& request) const
{
    if (route.access == Access::machine && !is_trusted_machine(request))
        return not_found();
    try {
        return route.handler(request);
    } catch (const std::exception& error) {
        log_broken(name_of(request.method), route.pattern, error, request.request_id);
        return {.status = 500, .problem = broken_world()};
    }
}

Response Dispatcher::problem_page(const Request& request, const Problem& problem, int status) const
{
    if (request.wants_json())
        return problem_json(problem, status, request.request_id);
    if (!settings_.error_page)
        return bare_page(request, problem, status);
    try {
        return settings_.error_page(request, problem, status);
    } catch (const std::exception& error) {
        log_broken(name_of(request.method), "error page", error, request.request_id);
        return bare_page(request, problem, status);
    }
}

bool Dispatcher::is_trusted_machine(const Request& request) const
{
    static constexpr std::string_view scheme = "Bearer ";
    if (is_loopback(request.peer))
        return true;
    auto sent = request.header("authorization").value_or("");
    return !settings_.metrics_token.empty() && sent.starts_with(scheme) &&
           equal_in_constant_time(sent.substr(scheme.size()), settings_.metrics_token);
}

void Dispatcher::record(const Request& request, Answer& answer, Steady::time_point start) const
{
    auto& response = answer.response;
    auto time = Steady::now() - start;
    metrics_.count_request(name_of(request.method), answer.pattern, response.status, time);
    if (auto* stream = std::get_if<NextChunk>(&response.body)) {
        auto logged =
            std::make_shared<LoggedStream>(std::move(*stream), request, answer.pattern, response.status, start);
        response.body = NextChunk([logged](std::string& chunk) { return logged->next(chunk); });
        return;
    }
    log_answered({.method = name_of(request.method),
                  .pattern = answer.pattern,
                  .status = response.status,
                  .time = time,
                  .bytes = bytes_of(response),
                  .request_id = request.request_id});
}

Response Dispatcher::refuse(int status) const
{
    RawRequest raw;
    auto request = unreadable(raw);
    request.method = Method::other;
    request.request_id = to_hex(random_bytes(8));
    Answer answer{.response = bare_page(request, explained(status), status), .pattern = no_route};
    add_security_headers(request, answer.response);
    record(request, answer, Steady::now());
    return std::move(answer.response);
}

std::size_t Dispatcher::body_bytes_max(std::string_view method, std::string_view target) const
{
    auto found = router_.find(method_from(method), target.substr(0, target.find('?')));
    auto* match = std::get_if<Router::Match>(&found);
    return match ? match->route->body_bytes_max : limit::request_body_bytes_max;
}

ServedSite Dispatcher::site() const
{
    return {.answer = [this](RawRequest raw) { return answer(std::move(raw)); },
            .refuse = [this](int status) { return refuse(status); },
            .body_bytes_max = [this](std::string_view method,
                                     std::string_view target) { return body_bytes_max(method, target); },
            .connections_are = [this](std::size_t count) { metrics_.connections_are(count); }};
}

} // namespace phusa::web
