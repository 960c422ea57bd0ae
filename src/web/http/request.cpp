#include "web/http/request.hpp"

#include "base/limits.hpp"
#include "web/http/cookies.hpp"
#include "web/http/header_value.hpp"
#include "web/http/multipart.hpp"
#include "web/http/percent.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace phusa::web
{

namespace
{

constexpr std::array<std::pair<Method, std::string_view>, 8> method_names{{{Method::get, "GET"},
                                                                           {Method::head, "HEAD"},
                                                                           {Method::post, "POST"},
                                                                           {Method::put, "PUT"},
                                                                           {Method::patch, "PATCH"},
                                                                           {Method::del, "DELETE"},
                                                                           {Method::options, "OPTIONS"},
                                                                           {Method::other, "OTHER"}}};

bool is_allowed_in_path(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/' && c != '\\'; }

// One part between slashes, decoded. A slash or dots that only decoding shows would mean another path to whoever
// reads it next, so they are refused rather than resolved.
Result<std::string> read_segment(std::string_view raw)
{
    auto segment = percent_decoded(raw, Plus::is_plus);
    if (!segment || *segment == "." || *segment == ".." || !std::ranges::all_of(*segment, is_allowed_in_path))
        return problem(Problem::Kind::invalid, "Địa chỉ trang có ký tự không hợp lệ. Hãy kiểm tra lại địa chỉ.");
    return std::move(*segment);
}

Result<std::string> read_path(std::string_view raw)
{
    if (!raw.starts_with('/'))
        return problem(Problem::Kind::invalid, "Địa chỉ trang phải bắt đầu bằng dấu /.");
    std::string path;
    while (!raw.empty()) {
        raw.remove_prefix(1);
        auto end = std::min(raw.find('/'), raw.size());
        // "//" at the front would be another host to a browser that is sent there.
        if (end == 0 && !raw.empty())
            return problem(Problem::Kind::invalid, "Địa chỉ trang có hai dấu / liền nhau. Hãy kiểm tra lại địa chỉ.");
        path += '/';
        path += TRY(read_segment(raw.substr(0, end)));
        raw.remove_prefix(end);
    }
    return path;
}

} // namespace

std::string_view name_of(Method method) { return method_names[static_cast<std::size_t>(method)].second; }

Method method_from(std::string_view name)
{
    auto found = std::ranges::find(method_names, name, &std::pair<Method, std::string_view>::second);
    return found == method_names.end() ? Method::other : found->first;
}

Result<Request> Request::read(RawRequest raw)
{
    Request request;
    request.method = method_from(raw.method);
    request.peer = std::move(raw.peer);
    request.is_tls = raw.is_tls;
    if (raw.headers.size() > limit::request_fields_max)
        return problem(Problem::Kind::too_large, "Yêu cầu có quá nhiều dòng tiêu đề.");
    request.headers_ = std::move(raw.headers);
    for (auto& [name, value] : request.headers_)
        name = ascii_lower(name);
    request.body_ = std::make_shared<const std::string>(std::move(raw.body));
    TRY_DO(request.read_target(raw.target));
    TRY_DO(request.read_body());
    return request;
}

Result<void> Request::read_target(std::string_view target)
{
    if (target.size() > limit::request_target_bytes_max)
        return problem(Problem::Kind::too_large, "Địa chỉ trang quá dài.");
    target = target.substr(0, target.find('#'));
    auto question = std::min(target.find('?'), target.size());
    path = TRY(read_path(target.substr(0, question)));
    query = TRY(Fields::parse(target.substr(std::min(question + 1, target.size()))));
    return {};
}

Result<void> Request::read_body()
{
    auto content_type = header("content-type").value_or("");
    auto type = media_type(content_type);
    if (body().empty())
        return {};
    if (type == "application/x-www-form-urlencoded") {
        form = TRY(Fields::parse(body()));
    } else if (type == "multipart/form-data") {
        auto multipart = TRY(parse_multipart(content_type, body()));
        form = std::move(multipart.fields);
        files = std::move(multipart.files);
    }
    return {};
}

Request Request::get(std::string target)
{
    auto request = read({.target = std::move(target)});
    return std::move(request).value();
}

Request Request::post(std::string target, Fields form)
{
    auto request = read({.method = "POST",
                         .target = std::move(target),
                         .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                         .body = form.urlencoded()});
    return std::move(request).value();
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    auto found =
        std::ranges::find_if(headers_, [&](const auto& item) { return equal_ignoring_case(item.first, name); });
    if (found == headers_.end())
        return std::nullopt;
    return found->second;
}

void Request::set_header(std::string name, std::string value)
{
    std::erase_if(headers_, [&](const auto& item) { return equal_ignoring_case(item.first, name); });
    headers_.emplace_back(ascii_lower(name), std::move(value));
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    for (const auto& [header_name, value] : headers_)
        if (header_name == "cookie")
            if (auto found = cookie_in(value, name))
                return found;
    return std::nullopt;
}

std::string Request::target() const
{
    std::string target;
    for (std::string_view rest = path; !rest.empty();) {
        rest.remove_prefix(1);
        auto end = std::min(rest.find('/'), rest.size());
        target += '/';
        target += percent_encoded(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    if (!query.empty()) {
        target += '?';
        target += query.urlencoded();
    }
    return target;
}

Result<std::int64_t> Request::number_in_route(std::string_view name) const
{
    auto text = route_parameters.text(name);
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    // One row, one address: no sign, no leading zero.
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0 || text.front() == '0')
        return problem(Problem::Kind::not_found, "Không có trang này. Hãy kiểm tra lại địa chỉ.");
    return number;
}

bool Request::wants_json() const
{
    if (path.starts_with("/api/"))
        return true;
    auto accept = header("accept").value_or("");
    return accept.contains("json") && !accept.contains("text/html");
}

bool Request::wants_fragment() const { return header("hx-request") == "true" && !header("hx-boosted"); }

bool Request::is_safe() const { return method == Method::get || method == Method::head || method == Method::options; }

} // namespace phusa::web
