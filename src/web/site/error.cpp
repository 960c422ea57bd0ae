// What a person sees when something could not be had: why, and what to do next.
#include "web/site/site.hpp"

#include <fmt/core.h>

namespace phusa::web
{

namespace
{

struct Advice {
    std::string heading;
    std::vector<std::string> steps;
};

Advice advice_for(int status)
{
    switch (status) {
    case 401:
    case 403:
        return {"Bạn không được làm việc này",
                {"Quay lại trang trước và tải lại, nếu bạn vừa gửi một biểu mẫu.",
                 "Nếu công việc cần quyền này, hãy nhờ người quản trị cấp thêm vai trò."}};
    case 404:
        return {"Không tìm thấy trang này",
                {"Kiểm tra lại địa chỉ.", "Tìm người hoặc tổ chức bằng ô tìm kiếm ở đầu trang.",
                 "Nếu chắc chắn là có, hãy hỏi người quản trị: có thể nó nằm ngoài phạm vi của bạn."}};
    case 405:
        return {"Không mở được theo cách này", {"Quay lại trang trước rồi làm lại từ đó."}};
    case 409:
        return {"Có người vừa thay đổi trước bạn",
                {"Mở lại trang để xem bản mới nhất.", "Sửa lại phần của bạn rồi lưu lần nữa."}};
    case 413:
        return {"Nội dung gửi lên quá lớn", {"Chia nhỏ tệp hoặc biểu mẫu rồi gửi lại."}};
    case 422:
        return {"Nội dung gửi lên chưa đúng", {"Quay lại trang trước, sửa rồi gửi lại."}};
    case 429:
        return {"Đã thử quá nhiều lần", {"Chờ ít phút rồi thử lại."}};
    case 503:
        return {"Phần này đang tạm thời không dùng được", {"Thử lại sau ít phút."}};
    default:
        return {status >= 500 ? "Hệ thống gặp lỗi" : "Yêu cầu chưa đúng",
                {"Thử lại sau ít phút.", "Nếu vẫn lỗi, báo cho người quản trị kèm số tham chiếu dưới đây."}};
    }
}

View error_view(const Request& request, const Problem& problem, int status)
{
    auto advice = advice_for(status);
    View::List steps;
    for (auto& step : advice.steps)
        steps.emplace_back(std::move(step));
    return View()
        .set("status", status)
        .set("heading", advice.heading)
        .set("explanation", problem.message)
        .set("has_steps", true)
        .set("steps", View(std::move(steps)))
        .set("back_href", request.visitor ? "/" : "/dang-nhap")
        .set("back_label", request.visitor ? "Về trang đầu" : "Đến trang đăng nhập")
        .set("reference", request.request_id);
}

} // namespace

Response Site::error(const Request& request, const Problem& problem) const
{
    return error(request, problem, status_of(problem.kind));
}

Response Site::error(const Request& request, const Problem& problem, int status) const
{
    if (request.wants_json())
        return problem_json(problem, status, request.request_id);
    // The dispatcher asks before anybody was recognised: for a path that leads nowhere.
    auto known = request;
    if (!known.visitor)
        known.visitor = recognise(request);
    return page(known, {.view = "layout/error", .title = advice_for(status).heading, .status = status},
                error_view(known, problem, status));
}

} // namespace phusa::web
