#include "app/gate.hpp"
#include "app/new_person.hpp"
#include "app/organisations.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"
#include "web/people/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::people
{

namespace
{

Result<OrganisationView> asked_cell(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Organisation>("id"));
    auto unit = TRY(show_organisation(site.app(), asking(request), id, site.app().today()));
    TRY_DO(Gate(site.app(), asking(request)).pass(Right::change_people, id));
    if (!has_members(unit.organisation.kind))
        return problem(Problem::Kind::not_found, "Chỉ thêm người vào chi bộ. Hãy mở trang của một chi bộ.");
    return unit;
}

Response adding_page(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    auto path = organisations::path_of(unit.organisation.id);
    FormView form(path + "/nguoi-moi", "Thêm người", request.form, problem);
    form.text("full_name", "Họ và tên khai sinh", {.required = true})
        .partial_date("born", "Sinh ngày", {.required = true})
        .text("phone", "Điện thoại", {.is_short = true})
        .date("since", "Từ ngày",
              {.hint = "Ngày bắt đầu theo dõi, hoặc ngày về sinh hoạt ở chi bộ này",
               .required = true,
               .value = site.app().today().vietnamese()})
        .radios("standing", "Người này là",
                {{"none", "Quần chúng", "Trước khi có đơn xin vào Đảng chỉ ghi bấy nhiêu"},
                 {"member", "Đảng viên", "Đã có trong sổ giấy của chi bộ"}},
                {.required = true, .value = "none"})
        .check_box("agreed", "Quần chúng: đã được cho biết việc ghi tên vào sổ này và đồng ý")
        .date("admitted", "Đảng viên: ngày vào Đảng", {.hint = "Ngày tổ chức lễ kết nạp"})
        .date("recognised", "Đảng viên: ngày công nhận chính thức", {.hint = "Đang dự bị thì để trống"})
        .check_box("elsewhere", "Đảng viên: kết nạp ở đảng bộ khác rồi chuyển đến",
                   {.hint = "Lần kết nạp đó không tính vào thống kê của đảng bộ này"})
        .cancel(path)
        .draft(fmt::format("person-add-{}", unit.organisation.id.value));
    View content;
    content.set("head", page_head("Thêm người vào chi bộ", unit.organisation.name)).set("form", form.view());
    Page page{.view = "organisations/form", .title = "Thêm người vào chi bộ", .section = "nguoi"};
    for (const auto& above : unit.path)
        page.crumbs.emplace_back(above.name, organisations::path_of(above.id));
    page.crumbs.emplace_back(unit.organisation.name, path);
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

NewcomerFacts read_newcomer(FormReader& form, OrganisationId cell, Date today)
{
    constexpr auto is_member = [](std::string_view key) -> std::optional<bool> {
        if (key != "none" && key != "member")
            return std::nullopt;
        return key == "member";
    };
    return {.name = form.text("full_name", Need::required, limit::name_length_max),
            .born = form.partial_date("born", Need::required).value_or(PartialDate()),
            .cell = cell,
            .phone = form.text("phone", Need::optional, limit::name_length_max),
            .since = form.date("since", Need::required).value_or(today),
            .agreed = form.ticked("agreed"),
            .is_member = form.choice("standing", is_member, Need::required).value_or(false),
            .admitted = form.date("admitted"),
            .recognised = form.date("recognised"),
            .admitted_elsewhere = form.ticked("elsewhere")};
}

} // namespace

Result<Response> new_person(Site& site, const Request& request)
{
    auto unit = TRY(asked_cell(site, request));
    return adding_page(site, request, unit, nullptr);
}

Result<Response> add(Site& site, const Request& request)
{
    auto unit = TRY(asked_cell(site, request));
    FormReader form(request.form);
    auto facts = read_newcomer(form, unit.organisation.id, site.app().today());
    if (auto wrong = form.problem())
        return adding_page(site, request, unit, &*wrong);
    auto added = add_person(site.app(), asking(request), facts);
    if (!added)
        return adding_page(site, request, unit, &added.error());
    return site.redirect_with(request, path_of(*added),
                              fmt::format("Đã thêm {} vào {}.", facts.name, unit.organisation.name));
}

} // namespace phusa::web::people
