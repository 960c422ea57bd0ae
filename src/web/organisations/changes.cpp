#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <charconv>

namespace phusa::web::organisations
{

namespace
{

// The unit that a form is about, as it stands today.
Result<OrganisationView> unit_of(Site& site, const Request& request)
{
    return show_organisation(site.app(), asking(request), TRY(request.id<struct Organisation>("id")),
                             site.app().today());
}

// A page with one form about a unit. `problem` where it was sent and refused.
Response form_page(Site& site, const Request& request, const OrganisationView& unit, std::string heading,
                   const FormView& form, const Problem* problem)
{
    View content;
    content.set("head", page_head(heading, unit.organisation.name)).set("form", form.view());
    Page page{.view = "organisations/form", .title = std::move(heading), .section = "to-chuc"};
    for (const auto& above : unit.path)
        page.crumbs.emplace_back(above.name, path_of(above.id));
    page.crumbs.emplace_back(unit.organisation.name, path_of(unit.organisation.id));
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

std::vector<FormChoice> kinds_below(OrganisationKind parent)
{
    using enum OrganisationKind;
    std::vector<FormChoice> choices;
    for (auto kind : {district_committee, bloc_committee, commune_committee, grassroots_committee, grassroots_cell,
                      section_committee, cell})
        if (may_stand_under(kind, parent))
            choices.push_back({std::string(key_of(kind)), std::string(title_of(kind))});
    return choices;
}

std::vector<FormChoice> sector_choices()
{
    std::vector<FormChoice> choices{{"", "Chưa rõ"}};
    for (auto each :
         {Sector::commune, Sector::agency, Sector::public_service, Sector::enterprise, Sector::armed_forces})
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    return choices;
}

Response founding_form(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    FormView form(path_of(unit.organisation.id) + "/don-vi-moi", "Thêm đơn vị", request.form, problem);
    form.text("name", "Tên đơn vị", {.hint = "Ghi đầy đủ, ví dụ: Chi bộ thôn Đông Hải", .required = true})
        .select("kind", "Loại tổ chức", kinds_below(unit.organisation.kind), {.required = true})
        .select("sector", "Loại hình", sector_choices())
        .text("code", "Mã tổ chức",
              {.hint = "Các số 2.3.3.3.3, bắt đầu bằng mã của cấp trên",
               .required = true,
               .value = unit.organisation.code + "."})
        .date("from", "Thành lập từ ngày", {.required = true, .value = site.app().today().vietnamese()})
        .text("document", "Quyết định thành lập", {.hint = "Số và ngày của quyết định"})
        .cancel(path_of(unit.organisation.id))
        .draft("organisation-found");
    return form_page(site, request, unit, "Thêm đơn vị trực thuộc", form, problem);
}

Response renaming_form(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    FormView form(path_of(unit.organisation.id) + "/doi-ten", "Đổi tên", request.form, problem);
    form.text("name", "Tên mới", {.required = true, .value = unit.organisation.name})
        .date("from", "Từ ngày", {.required = true, .value = site.app().today().vietnamese()})
        .text("document", "Quyết định đổi tên", {.hint = "Số và ngày của quyết định"})
        .hidden("version", std::to_string(unit.organisation.recorded.value))
        .cancel(path_of(unit.organisation.id));
    return form_page(site, request, unit, "Đổi tên tổ chức", form, problem);
}

Response dissolving_form(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    FormView form(path_of(unit.organisation.id) + "/giai-the", "Giải thể", request.form, problem);
    form.date("on", "Ngày đầu tiên không còn hoạt động", {.required = true, .value = site.app().today().vietnamese()})
        .text("document", "Quyết định giải thể", {.hint = "Số và ngày của quyết định", .required = true})
        .hidden("version", std::to_string(unit.organisation.recorded.value))
        .cancel(path_of(unit.organisation.id));
    return form_page(site, request, unit, "Giải thể tổ chức", form, problem);
}

Response fact_form(Site& site, const Request& request, const OrganisationView& unit, const Problem* problem)
{
    FormView form(path_of(unit.organisation.id) + "/ghi-nhan", "Ghi nhận", request.form, problem);
    auto kind = OrganisationFactKind::no_masses_left;
    form.radios("kind", "Nội dung",
                {{std::string(key_of(kind)), std::string(title_of(kind)), "Dùng cho mục III của Biểu 2-BTCTW"}},
                {.required = true, .value = std::string(key_of(kind))})
        .date("from", "Từ ngày", {.required = true, .value = site.app().today().vietnamese()})
        .date("until", "Đến trước ngày", {.hint = "Để trống khi hiện nay vẫn đúng"})
        .longer("note", "Ghi chú")
        .cancel(path_of(unit.organisation.id));
    return form_page(site, request, unit, "Ghi nhận cho thống kê", form, problem);
}

Response back_to(Site& site, const Request& request, OrganisationId id, std::string_view message)
{
    return site.redirect_with(request, path_of(id), message);
}

} // namespace

Result<Response> new_unit(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    return founding_form(site, request, unit, nullptr);
}

Result<Response> found_unit(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    FormReader form(request.form);
    NewOrganisation wanted{.kind = {},
                           .sector = {},
                           .code = form.text("code", Need::required),
                           .name = form.text("name", Need::required),
                           .parent = unit.organisation.id,
                           .from = {},
                           .document = form.text("document")};
    wanted.kind = form.choice("kind", organisation_kind, Need::required).value_or(OrganisationKind::cell);
    wanted.sector = form.choice("sector", sector).value_or(Sector::unknown);
    wanted.from = form.date("from", Need::required).value_or(site.app().today());
    if (auto problem = form.problem())
        return founding_form(site, request, unit, &*problem);
    auto founded = found_organisation(site.app(), asking(request), wanted);
    if (!founded)
        return founding_form(site, request, unit, &founded.error());
    return back_to(site, request, *founded, fmt::format("Đã thêm {}.", wanted.name));
}

Result<Response> new_name(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    return renaming_form(site, request, unit, nullptr);
}

Result<Response> rename_unit(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    FormReader form(request.form);
    auto name = form.text("name", Need::required);
    auto from = form.date("from", Need::required).value_or(site.app().today());
    auto document = form.text("document");
    auto version = AuditNumber{form.number("version", Need::required).value_or(0)};
    if (auto problem = form.problem())
        return renaming_form(site, request, unit, &*problem);
    auto renamed =
        rename_organisation(site.app(), asking(request), unit.organisation.id, version, name, from, document);
    if (!renamed)
        return renaming_form(site, request, unit, &renamed.error());
    return back_to(site, request, unit.organisation.id, "Đã đổi tên tổ chức.");
}

Result<Response> dissolution(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    return dissolving_form(site, request, unit, nullptr);
}

Result<Response> dissolve_unit(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    FormReader form(request.form);
    auto on = form.date("on", Need::required).value_or(site.app().today());
    auto document = form.text("document", Need::required);
    auto version = AuditNumber{form.number("version", Need::required).value_or(0)};
    if (auto problem = form.problem())
        return dissolving_form(site, request, unit, &*problem);
    auto done = dissolve_organisation(site.app(), asking(request), unit.organisation.id, version, on, document);
    if (!done)
        return dissolving_form(site, request, unit, &done.error());
    return back_to(site, request, unit.organisation.id, "Đã ghi việc giải thể tổ chức.");
}

Result<Response> new_fact(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    return fact_form(site, request, unit, nullptr);
}

Result<Response> add_fact(Site& site, const Request& request)
{
    auto unit = TRY(unit_of(site, request));
    FormReader form(request.form);
    auto from = form.date("from", Need::required).value_or(site.app().today());
    auto until = form.date("until");
    auto note = form.note("note");
    if (auto problem = form.problem())
        return fact_form(site, request, unit, &*problem);
    auto added = add_organisation_fact(site.app(), asking(request), unit.organisation.id,
                                       OrganisationFactKind::no_masses_left, {.first = from, .until = until}, note);
    if (!added)
        return fact_form(site, request, unit, &added.error());
    return back_to(site, request, unit.organisation.id, "Đã ghi nhận.");
}

Result<Response> end_fact(Site& site, const Request& request)
{
    auto id = TRY(unit_of(site, request)).organisation.id; // the gate before the form
    FormReader form(request.form);
    auto until = form.date("until", Need::required);
    if (auto problem = form.problem())
        return std::unexpected(*problem);
    auto text = request.route_text("fact");
    std::int64_t row = 0;
    std::from_chars(text.data(), text.data() + text.size(), row);
    TRY_DO(end_organisation_fact(site.app(), asking(request), id, row, *until));
    return back_to(site, request, id, "Đã ghi ngày kết thúc.");
}

} // namespace phusa::web::organisations
