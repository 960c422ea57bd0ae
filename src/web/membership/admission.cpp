#include "domain/membership_fields.hpp"
#include "web/membership/fact_page.hpp"
#include "web/site/form.hpp"

#include <algorithm>

namespace phusa::web::membership
{

namespace
{

std::string title_for(std::string_view key)
{
    auto field = std::ranges::find(admission_fields(), key, &AdmissionField::key);
    return std::string(field->title);
}

std::vector<FormChoice> choices_of(const CodeList& list)
{
    std::vector<FormChoice> choices;
    for (const auto& code : list.codes())
        choices.push_back({std::string(code.key), std::string(code.title)});
    return choices;
}

std::string typed(const std::optional<Date>& day) { return day ? day->vietnamese() : std::string(); }
std::string ticked(bool truth) { return truth ? "1" : ""; }

// The coded lists of an admission: key, list and where the number stands.
template<typename Visit>
void each_code(Visit visit)
{
    visit("sex", sexes(), &Admission::sex);
    visit("ethnicity", ethnicities(), &Admission::ethnicity);
    visit("religion", religions(), &Admission::religion);
    visit("occupation", occupations(), &Admission::occupation);
    visit("general_education", general_educations(), &Admission::general_education);
    visit("qualification", qualifications(), &Admission::qualification);
    visit("academic_title", academic_titles(), &Admission::academic_title);
}

template<typename Visit>
void each_flag(Visit visit)
{
    visit("youth_union_member", &Admission::youth_union_member);
    visit("private_owner", &Admission::private_owner);
    visit("population_policy", &Admission::population_policy);
    visit("foreign_marriage", &Admission::foreign_marriage);
    visit("readmission", &Admission::readmission);
}

View form_of(const Admission& admission, const Fields& sent, const Problem* problem)
{
    constexpr std::size_t short_list_max = 15;
    FormView form(path_of(admission.id), "Lưu đính chính", sent, problem);
    form.date("ceremony_on", title_for("ceremony_on"), {.value = typed(admission.ceremony_on)})
        .date("decided_on", title_for("decided_on"), {.value = typed(admission.decided_on)})
        .text("decision_number", title_for("decision_number"), {.value = admission.decision_number, .is_short = true})
        .partial_date("born", title_for("born"), {.required = true, .value = admission.born.vietnamese()});
    each_code([&](std::string_view key, const CodeList& list, auto member) {
        auto choices = choices_of(list);
        bool is_long = choices.size() > short_list_max;
        form.select(
            std::string(key), title_for(key), choices,
            {.value = std::string(list.at(static_cast<std::uint8_t>(admission.*member)).key), .searchable = is_long});
    });
    each_flag([&](std::string_view key, bool Admission::* member) {
        form.check_box(std::string(key), title_for(key), {.value = ticked(admission.*member)});
    });
    form.longer("reason", "Lý do đính chính", {.hint = "Căn cứ vào giấy tờ nào", .required = true})
        .hidden("version", std::to_string(admission.version))
        .cancel(people::path_of(admission.person))
        .draft("admission-" + std::to_string(admission.id.value));
    return form.view();
}

Admission read_form(FormReader& form, Admission admission)
{
    admission.ceremony_on = form.date("ceremony_on");
    admission.decided_on = form.date("decided_on");
    admission.decision_number = form.text("decision_number");
    admission.born = form.partial_date("born", Need::required).value_or(admission.born);
    each_code([&]<typename Value>(std::string_view key, const CodeList& list, Value Admission::* member) {
        auto number = form.choice(key, [&](std::string_view sent) { return list.number_of(sent); });
        admission.*member = static_cast<Value>(number.value_or(0));
    });
    each_flag([&](std::string_view key, bool Admission::* member) { admission.*member = form.ticked(key); });
    return admission;
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
    auto wanted = read_form(form, read);
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
