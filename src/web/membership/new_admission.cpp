#include "app/people.hpp"
#include "domain/membership_fields.hpp"
#include "web/membership/admission_facts.hpp"
#include "web/membership/fact_page.hpp"

namespace phusa::web::membership
{

namespace
{

Result<Response> new_admission_page(Site& site, const Request& request, const Person& person, const Problem* problem)
{
    auto path = people::path_of(person.id);
    FormView form(path + "/ket-nap-moi", "Ghi vào sổ", problem ? request.form : Fields(), problem);
    // Most of what is known now was so on that day.
    add_facts(form, admission_with_facts_of(person));
    form.longer("reason", "Căn cứ", {.hint = "Căn cứ vào giấy tờ nào", .required = true})
        .cancel(path)
        .draft("admission-new-" + std::to_string(person.id.value));
    View content;
    content.set("head", page_head("Ghi lần kết nạp còn thiếu", person.name,
                                  "Dùng khi người này đã được kết nạp mà sổ chưa ghi. Các mục ghi như vào ngày kết "
                                  "nạp; lần kết nạp được tính cho chi bộ mà sổ biết người này sinh hoạt vào ngày "
                                  "ấy."));
    content.set("form", form.view());
    Page page{.view = "organisations/form", .title = "Ghi lần kết nạp còn thiếu", .section = "nguoi"};
    page.crumbs.emplace_back(person.name, path);
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

} // namespace

std::string new_admission_path(PersonId person) { return people::path_of(person) + "/ket-nap-moi"; }

Result<Response> new_admission(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_to_correct(site.app(), asking(request), id));
    return new_admission_page(site, request, person, nullptr);
}

Result<Response> add_admission_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    auto admission = read_facts(form, admission_with_facts_of(person));
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return new_admission_page(site, request, person, &*wrong);
    auto forms = add_admission(site.app(), asking(request), admission, reason);
    if (!forms)
        return new_admission_page(site, request, person, &forms.error());
    return site.redirect_with(request, people::path_of(person.id), told("Đã ghi lần kết nạp.", *forms));
}

} // namespace phusa::web::membership
