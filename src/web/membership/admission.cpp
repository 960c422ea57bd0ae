#include "web/membership/admission_facts.hpp"
#include "web/membership/fact_page.hpp"

namespace phusa::web::membership
{

namespace
{

View form_of(const Admission& admission, const Fields& sent, const Problem* problem)
{
    FormView form(path_of(admission.id), "Lưu đính chính", sent, problem);
    add_facts(form, admission);
    form.longer("reason", "Lý do đính chính", {.hint = "Căn cứ vào giấy tờ nào", .required = true})
        .hidden("version", std::to_string(admission.version))
        .cancel(people::path_of(admission.person))
        .draft("admission-" + std::to_string(admission.id.value));
    return form.view();
}

std::string heading_of(const Admission& admission)
{
    return fmt::format("Đính chính lần kết nạp ngày {}", admission.counted_on().vietnamese());
}

Result<Response> admission_page(Site& site, const Request& request, AdmissionId id, const Problem* problem,
                                const Problem* withdrawal)
{
    auto view = TRY(admission_to_correct(site.app(), asking(request), id));
    auto form = form_of(view.fact, problem ? request.form : Fields(), problem);
    return fact_page(site, request, view, heading_of(view.fact), std::move(form), problem, withdrawal);
}

} // namespace

std::string path_of(AdmissionId id) { return fmt::format("/ket-nap/{}/dinh-chinh", id.value); }

Result<Response> admission_form(Site& site, const Request& request)
{
    return admission_page(site, request, TRY(request.id<struct Admission>("id")), nullptr, nullptr);
}

Result<Response> correct_admission_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Admission>("id"));
    auto now = TRY(admission_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version").value_or(now.fact.version);
    auto read = TRY(admission_as_read(site.app(), asking(request), id, version));
    auto wanted = read_facts(form, read);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return admission_page(site, request, id, &*wrong, nullptr);
    auto forms = correct_admission(site.app(), asking(request), read, wanted, reason);
    if (!forms)
        return admission_page(site, request, id, &forms.error(), nullptr);
    return site.redirect_with(request, people::path_of(now.person.id), told("Đã đính chính lần kết nạp.", *forms));
}

Result<Response> withdraw_admission_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Admission>("id"));
    auto now = TRY(admission_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version").value_or(now.fact.version);
    auto reason = form.note("withdrawal_reason", Need::required);
    if (auto wrong = form.problem())
        return admission_page(site, request, id, nullptr, &*wrong);
    if (auto done = withdraw_admission(site.app(), asking(request), id, version, reason); !done)
        return admission_page(site, request, id, nullptr, &done.error());
    return site.redirect_with(request, people::path_of(now.person.id), told("Đã huỷ lần kết nạp ghi nhầm.", now.forms));
}

} // namespace phusa::web::membership
