#include "app/dossiers/opening.hpp"

#include "app/people.hpp"
#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/dossier_inputs.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

View form_with_groups(const FormView& form, View groups, View reasons)
{
    return form.view().set("groups", std::move(groups)).set("reasons", std::move(reasons));
}

Response opening_page(Site& site, const Request& request, const Person& person, const Fields& typed,
                      const Problem* problem)
{
    View content;
    content.set("head",
                page_head("Lập hồ sơ kết nạp", person.name,
                          "Lập khi chi bộ bắt đầu làm thủ tục cho người tự nguyện xin vào Đảng. Các giấy tờ ghi sau, "
                          "từng việc một, trên trang hồ sơ."));
    FormView form("/ho-so/moi", "Lập hồ sơ", typed, problem);
    form.hidden("nguoi", std::to_string(person.id.value))
        .cancel(people::path_of(person.id))
        .draft(fmt::format("dossier-open-{}", person.id.value));
    content.set("form",
                form_with_groups(form, dossier_groups(typed, problem, true, site.app().today()), View(View::List())));
    Page page{.view = "dossiers/facts", .title = "Lập hồ sơ kết nạp", .section = "ho-so"};
    page.crumbs.emplace_back("Hồ sơ kết nạp", "/ho-so");
    page.crumbs.emplace_back(person.name, people::path_of(person.id));
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

// The person of the question, seen as anybody sees them who may open their page.
Result<Person> asked_person(Site& site, const Request& request, const Fields& fields)
{
    FormReader reader(fields);
    auto id = reader.id<struct Person>("nguoi");
    if (!id)
        return problem(
            Problem::Kind::not_found,
            "Chưa chọn người để lập hồ sơ. Hãy mở trang của người đó trong danh sách, rồi bấm Lập hồ sơ kết nạp.");
    return TRY(show_person(site.app(), asking(request), *id)).person;
}

Dossier blank_dossier(const Person& person, Date today)
{
    return {.person = person.id,
            .cell = person.cell,
            .opened = today,
            .youth_union_member = person.youth_union_joined.has_value()};
}

Response facts_page(Site& site, const Request& request, const DossierView& view, const Dossier& read,
                    const Fields& typed, const Problem* problem, std::string lead = {})
{
    auto path = path_of(view.dossier.id);
    if (lead.empty())
        lead = "Những điều quy định hỏi mà lý lịch không ghi. Họ tên, ngày sinh, học vấn thì đính chính ở trang của "
               "người này.";
    View content;
    content.set("head", page_head("Thông tin hồ sơ", view.person.name, std::move(lead)));
    FormView form(path + "/thong-tin", "Lưu", typed, problem);
    form.cancel(path).draft(fmt::format("dossier-facts-{}", view.dossier.id.value));
    keep_read(form, read);
    FormView reason({}, {}, typed, problem);
    reason.longer("reason", "Lý do sửa", {.hint = "Căn cứ vào giấy tờ nào", .required = true});
    content.set("form", form_with_groups(form, dossier_groups(typed, problem, true, site.app().today()),
                                         *reason.view().find("fields")));
    return dossier_page(site, request, view, "dossiers/facts", "Thông tin hồ sơ", std::move(content), problem);
}

// Takes over into `merged` what others changed, where the asker did not change it themselves.
Dossier merged_with(const Dossier& read, const Dossier& wanted, const Dossier& now)
{
    auto merged = now;
    auto keep = [&](auto member) {
        if (!(read.*member == wanted.*member))
            merged.*member = wanted.*member;
    };
    keep(&Dossier::opened);
    keep(&Dossier::is_citizen);
    keep(&Dossier::area);
    keep(&Dossier::village_elder);
    keep(&Dossier::youth_union_member);
    keep(&Dossier::youth_union_available);
    keep(&Dossier::readmission);
    keep(&Dossier::regimes);
    return merged;
}

} // namespace

Result<Response> new_dossier(Site& site, const Request& request)
{
    auto person = TRY(asked_person(site, request, request.query));
    return opening_page(site, request, person, typed_of(blank_dossier(person, site.app().today())), nullptr);
}

Result<Response> open(Site& site, const Request& request)
{
    auto person = TRY(asked_person(site, request, request.form));
    auto wanted = blank_dossier(person, site.app().today());
    FormReader reader(request.form);
    read_dossier(reader, wanted);
    auto wrong = reader.problem();
    if (wrong)
        return opening_page(site, request, person, request.form, &*wrong);
    auto opened = open_dossier(site.app(), asking(request), wanted);
    if (!opened)
        return opening_page(site, request, person, request.form, &opened.error());
    return site.redirect_with(request, path_of(*opened), fmt::format("Đã lập hồ sơ kết nạp của {}.", person.name));
}

Result<Response> facts(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    TRY_DO(pass_change(site, request, view));
    return facts_page(site, request, view, view.dossier, typed_of(view.dossier), nullptr);
}

Result<Response> correct_facts(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    TRY_DO(pass_change(site, request, view));
    auto read = dossier_as_read(request.form, view.dossier);
    auto wanted = read;
    FormReader reader(request.form);
    read_dossier(reader, wanted);
    auto reason = reader.note("reason", Need::required);
    if (auto wrong = reader.problem())
        return facts_page(site, request, view, read, request.form, &*wrong);
    auto corrected = correct_dossier(site.app(), asking(request), read, wanted, reason);
    if (corrected)
        return site.redirect_with(request, path_of(view.dossier.id), "Đã sửa thông tin hồ sơ.");
    if (corrected.error().kind != Problem::Kind::conflict)
        return facts_page(site, request, view, read, request.form, &corrected.error());
    auto typed = typed_of(merged_with(read, wanted, view.dossier));
    typed.add("reason", reason);
    return facts_page(site, request, view, view.dossier, typed, &corrected.error(),
                      corrected.error().message + " Điều người khác đã sửa ở mục khác đã có trong biểu mẫu.");
}

} // namespace phusa::web::dossiers
