#include "web/http/response.hpp"

#include "base/text.hpp"
#include "web/http/header_value.hpp"
#include "web/http/percent.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa::web
{

namespace
{

Response with_body(std::string body, std::string_view content_type, int status)
{
    Response response{.status = status, .body = std::move(body)};
    response.set("Content-Type", std::string(content_type));
    return response;
}

// A header that a line end could cut in two would let a value add headers of its own.
bool is_header_text(std::string_view value)
{
    return std::ranges::all_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

} // namespace

void Response::set(std::string_view name, std::string value)
{
    std::erase_if(headers, [&](const auto& item) { return equal_ignoring_case(item.first, name); });
    add(name, std::move(value));
}

void Response::add(std::string_view name, std::string value)
{
    assert(is_header_text(name) && is_header_text(value));
    headers.emplace_back(name, std::move(value));
}

std::optional<std::string_view> Response::header(std::string_view name) const
{
    auto found = std::ranges::find_if(headers, [&](const auto& item) { return equal_ignoring_case(item.first, name); });
    if (found == headers.end())
        return std::nullopt;
    return found->second;
}

std::string Response::text() const
{
    if (const auto* own = std::get_if<std::string>(&body))
        return *own;
    if (const auto* fixed = std::get_if<std::string_view>(&body))
        return std::string(*fixed);
    std::string all;
    for (std::string chunk; std::get<NextChunk>(body)(chunk); chunk.clear())
        all += chunk;
    return all;
}

Response html(std::string page, int status) { return with_body(std::move(page), "text/html; charset=utf-8", status); }

Response text(std::string plain, int status)
{
    return with_body(std::move(plain), "text/plain; charset=utf-8", status);
}

Response json(std::string value, int status) { return with_body(std::move(value), "application/json", status); }

Response redirect_to(std::string path)
{
    assert(path.starts_with('/') && !path.starts_with("//") && !path.contains('\\'));
    Response response{.status = 303};
    response.set("Location", std::move(path));
    return response;
}

Response refused(Problem problem)
{
    auto status = status_of(problem.kind);
    return {.status = status, .problem = std::move(problem)};
}

Response not_found()
{
    return refused({.kind = Problem::Kind::not_found,
                    .message = "Không có trang này, hoặc trang nằm ngoài phạm vi của anh/chị. Hãy kiểm tra lại địa chỉ "
                               "hoặc tìm từ trang đầu."});
}

Response problem_json(const Problem& problem) { return problem_json(problem, status_of(problem.kind), {}); }

Response problem_json(const Problem& problem, int status, std::string_view request_id)
{
    boost::json::object value{
        {"type", "about:blank"}, {"title", title_of(status)}, {"status", status}, {"detail", problem.message}};
    boost::json::array fields;
    for (const auto& field : problem.fields)
        fields.push_back({{"name", field.name}, {"message", field.message}});
    if (!fields.empty())
        value["fields"] = std::move(fields);
    if (!request_id.empty())
        value["reference"] = request_id;
    auto response = json(boost::json::serialize(value), status);
    response.set("Content-Type", "application/problem+json");
    return response;
}

Response download(std::string filename, std::string content_type,
                  std::variant<std::string, std::string_view, NextChunk> body)
{
    Response response{.body = std::move(body)};
    // Old readers take the folded name, others the exact one (RFC 6266).
    auto plain = fold(filename);
    std::ranges::replace_if(
        plain, [](char c) { return c < 0x20 || c == 0x7f || c == '"' || c == '\\' || c == '/' || c == ';'; }, '-');
    response.set("Content-Disposition",
                 fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, percent_encoded(filename)));
    response.set("Content-Type", std::move(content_type));
    return response;
}

int status_of(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::invalid:
        return 422;
    case Problem::Kind::not_found:
        return 404;
    case Problem::Kind::refused:
        return 403;
    case Problem::Kind::conflict:
        return 409;
    case Problem::Kind::too_large:
        return 413;
    case Problem::Kind::too_many:
        return 429;
    case Problem::Kind::unavailable:
        return 503;
    }
    std::unreachable();
}

std::string_view title_of(int status)
{
    switch (status) {
    case 400:
        return "Yêu cầu không đọc được";
    case 401:
        return "Cần đăng nhập";
    case 403:
        return "Không có quyền";
    case 404:
        return "Không tìm thấy";
    case 405:
        return "Không dùng được cách gọi này";
    case 408:
        return "Hết giờ chờ";
    case 409:
        return "Đã có thay đổi khác";
    case 413:
        return "Nội dung quá lớn";
    case 415:
        return "Không nhận kiểu nội dung này";
    case 422:
        return "Thông tin chưa hợp lệ";
    case 429:
        return "Quá nhiều lần thử";
    case 431:
        return "Tiêu đề yêu cầu quá lớn";
    case 503:
        return "Tạm thời chưa dùng được";
    default:
        return status < 400 ? "" : "Có lỗi xảy ra";
    }
}

} // namespace phusa::web
