#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/handlers.hpp"
#include "web/site/form.hpp"

namespace phusa::web::people
{

namespace
{

// The question for the reason, or with `number` the answer.
Response identity_page(Site& site, const Request& request, const Person& person, const Problem* problem,
                       std::string number = {})
{
    auto path = path_of(person.id);
    bool is_shown = !number.empty();
    View content;
    content.set("head",
                page_head("Số định danh cá nhân", person.name,
                          is_shown ? "Số chỉ hiện một lần trên trang này; lần xem và lý do đã được ghi vào nhật ký."
                                   : "Số được giữ kín. Mỗi lần xem được ghi vào nhật ký cùng lý do."));
    content.set("is_shown", is_shown).set("identity_number", std::move(number)).set("person_href", path);
    FormView form(path + "/so-dinh-danh", "Xem số định danh", request.form, problem);
    form.text("reason", "Lý do xem", {.hint = "Ví dụ: đối chiếu hồ sơ kết nạp nộp ngày 03/02/2026", .required = true})
        .cancel(path, "Quay lại");
    content.set("form", form.view());
    Page page{.view = "people/identity", .title = "Số định danh cá nhân", .section = "nguoi"};
    page.crumbs.emplace_back(person.name, path);
    page.status = problem ? status_of(problem->kind) : 200;
    auto response = site.page(request, page, std::move(content));
    response.may_compress = !is_shown;
    response.set("Cache-Control", "no-store");
    return response;
}

} // namespace

Result<Response> identity_question(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_with_identity(site.app(), asking(request), id));
    return identity_page(site, request, person, nullptr);
}

Result<Response> identity(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_with_identity(site.app(), asking(request), id));
    FormReader form(request.form);
    auto reason = form.text("reason", Need::required);
    if (auto problem = form.problem())
        return identity_page(site, request, person, &*problem);
    auto number = reveal_identity(site.app(), asking(request), id, reason);
    if (!number && number.error().kind == Problem::Kind::invalid)
        return identity_page(site, request, person, &number.error());
    return identity_page(site, request, person, nullptr, TRY(std::move(number)));
}

} // namespace phusa::web::people
