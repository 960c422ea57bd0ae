#include "web/membership/admission_facts.hpp"

#include "domain/membership_fields.hpp"

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

} // namespace

void add_facts(FormView& form, const Admission& admission)
{
    constexpr std::size_t short_list_max = 15;
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
}

Admission read_facts(FormReader& form, Admission admission)
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

} // namespace phusa::web::membership
