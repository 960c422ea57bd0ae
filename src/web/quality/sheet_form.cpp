#include "web/quality/sheet_form.hpp"

#include "app/membership_correction.hpp"
#include "app/people.hpp"
#include "base/text.hpp"
#include "web/people/person_inputs.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace phusa::web::quality
{

namespace
{

constexpr std::array<std::string_view, 7> other_keys{"identity",        "ceremony_on",          "decided_on",
                                                     "decision_number", "admission_occupation", "admission_education",
                                                     "recognised_on"};

const people::PersonInput* input_of(std::string_view key)
{
    auto inputs = people::person_inputs();
    auto found = std::ranges::find(inputs, key, &people::PersonInput::key);
    return found == inputs.end() ? nullptr : &*found;
}

std::vector<FormChoice> choices_of(const CodeList& list)
{
    std::vector<FormChoice> choices;
    for (const auto& code : list.codes())
        choices.push_back({std::string(code.key), std::string(code.title)});
    return choices;
}

void show(FormView& form, const SheetPerson& one, std::string_view key)
{
    auto name = sheet_prefix(one.person.id) + std::string(key);
    std::string title(title_of_sheet_field(key));
    if (const auto* input = input_of(key)) {
        // A birth is asked for again in whole; every other field is empty.
        input->show(form, name, title, input->typed(one.person));
        return;
    }
    if (key == "identity")
        form.text(
            name, title,
            {.hint = one.person.identity_masked.empty() ? "12 chữ số" : "Đang ghi " + one.person.identity_masked});
    else if (key == "decision_number")
        form.text(name, title);
    else if (key == "admission_occupation")
        form.select(name, title, choices_of(occupations()));
    else if (key == "admission_education")
        form.select(name, title, choices_of(general_educations()));
    else
        form.date(name, title);
}

bool is_known(std::string_view key)
{
    return input_of(key) != nullptr || std::ranges::find(other_keys, key) != other_keys.end();
}

// The typed fields of one person: key and text; empty ones and those that only say "not known" are left out.
std::vector<std::pair<std::string, std::string>> filled(const Fields& sent, PersonId person)
{
    auto prefix = sheet_prefix(person);
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [name, value] : sent.items()) {
        if (!name.starts_with(prefix))
            continue;
        auto key = name.substr(prefix.size());
        auto text = clean_text(value);
        if (is_known(key) && !text.empty() && text != "unknown")
            found.emplace_back(std::move(key), std::move(text));
    }
    return found;
}

std::string digits_in(std::string_view text)
{
    std::string digits;
    for (char letter : text)
        if (letter != ' ' && letter != '.')
            digits += letter;
    return digits;
}

void read_admission(const std::string& key, const std::string& name, FormReader& form, Admission& admission)
{
    if (key == "ceremony_on")
        admission.ceremony_on = form.date(name);
    else if (key == "decided_on")
        admission.decided_on = form.date(name);
    else if (key == "decision_number")
        admission.decision_number = form.text(name);
    else if (key == "admission_occupation")
        admission.occupation = static_cast<Occupation>(
            form.choice(name, [](std::string_view sent) { return occupations().number_of(sent); }).value_or(0));
    else
        admission.general_education = static_cast<GeneralEducation>(
            form.choice(name, [](std::string_view sent) { return general_educations().number_of(sent); }).value_or(0));
}

} // namespace

std::string sheet_prefix(PersonId person) { return fmt::format("p{}.", person.value); }

View sheet_form(const SheetPerson& one, const Fields& typed, const Problem* problem)
{
    FormView form({}, {}, typed, problem);
    auto prefix = sheet_prefix(one.person.id);
    auto version = typed.text(prefix + "version");
    form.hidden(prefix + "version", version.empty() ? std::to_string(one.person.version) : std::string(version));
    if (one.admission) {
        auto read = typed.text(prefix + "admission");
        form.hidden(prefix + "admission", read.empty()
                                              ? fmt::format("{}.{}", one.admission->id.value, one.admission->version)
                                              : std::string(read));
    }
    for (auto key : one.gaps)
        show(form, one, key);
    for (const auto& [key, text] : filled(typed, one.person.id))
        if (std::ranges::find(one.gaps, key) == one.gaps.end())
            show(form, one, key);
    return form.view();
}

std::vector<PersonId> people_filled(const Fields& sent)
{
    std::vector<PersonId> people;
    for (const auto& [name, value] : sent.items()) {
        if (!name.starts_with('p') || !name.ends_with(".version"))
            continue;
        std::int64_t number = 0;
        auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
        PersonId person(number);
        if (error == std::errc{} && sheet_prefix(person) + "version" == name && !filled(sent, person).empty())
            people.push_back(person);
    }
    return people;
}

Result<SheetReturn> read_sheet(App& app, const Actor& actor, const Fields& sent, PersonId person)
{
    FormReader form(sent);
    auto prefix = sheet_prefix(person);
    auto version = form.number(prefix + "version", Need::required).value_or(0);
    SheetReturn returned{.read = TRY(person_as_read(app, actor, person, version)), .wanted = {}, .identity = {}};
    returned.wanted = returned.read;
    std::string admission_text(sent.text(prefix + "admission"));
    if (auto point = admission_text.find('.'); point != std::string::npos) {
        Fields parts{{"id", admission_text.substr(0, point)}, {"version", admission_text.substr(point + 1)}};
        FormReader numbers(parts);
        AdmissionId id(numbers.number("id").value_or(0));
        returned.admission_read = TRY(admission_as_read(app, actor, id, numbers.number("version").value_or(0)));
    }
    for (const auto& [key, text] : filled(sent, person)) {
        auto name = prefix + key;
        if (const auto* input = input_of(key))
            input->read(name, form, returned.wanted);
        else if (key == "identity")
            returned.identity = digits_in(text);
        else if (key == "recognised_on")
            returned.recognised = form.date(name);
        else if (returned.admission_read) {
            if (!returned.admission_wanted)
                returned.admission_wanted = returned.admission_read;
            read_admission(key, name, form, *returned.admission_wanted);
        }
    }
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    return returned;
}

} // namespace phusa::web::quality
