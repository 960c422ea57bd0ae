#include "web/people/person_inputs.hpp"

#include "base/limits.hpp"
#include "domain/codes.hpp"

#include <array>

namespace phusa::web::people
{

namespace
{

constexpr std::string_view identity_group = "Nhân thân";
constexpr std::string_view place_group = "Quê quán và nơi ở";
constexpr std::string_view work_group = "Nghề nghiệp và trình độ";
constexpr std::string_view dates_group = "Các mốc thời gian";
constexpr std::string_view numbers_group = "Liên lạc và số hiệu";

void show_text(FormView& form, std::string_view key, std::string title, std::string value)
{
    form.text(std::string(key), std::move(title), {.value = std::move(value)});
}

void show_required_text(FormView& form, std::string_view key, std::string title, std::string value)
{
    form.text(std::string(key), std::move(title), {.required = true, .value = std::move(value)});
}

void show_date(FormView& form, std::string_view key, std::string title, std::string value)
{
    form.partial_date(std::string(key), std::move(title), {.value = std::move(value)});
}

void show_required_date(FormView& form, std::string_view key, std::string title, std::string value)
{
    form.partial_date(std::string(key), std::move(title), {.required = true, .value = std::move(value)});
}

template<const CodeList& (*List)()>
void show_list(FormView& form, std::string_view key, std::string title, std::string value)
{
    constexpr std::size_t short_list_max = 15;
    std::vector<FormChoice> choices;
    for (const auto& code : List().codes())
        choices.push_back({std::string(code.key), std::string(code.title)});
    bool is_long = choices.size() > short_list_max;
    form.select(std::string(key), std::move(title), choices, {.value = std::move(value), .searchable = is_long});
}

template<auto Member, std::size_t LengthMax = limit::line_length_max>
constexpr PersonInput text(std::string_view key, std::string_view group, Need need = Need::optional)
{
    constexpr auto value = [](const Person& person) { return person.*Member; };
    PersonInput input{.key = key, .group = group, .typed = value, .coded = value, .read = nullptr, .show = show_text};
    input.read = [](std::string_view name, FormReader& reader, Person& person) {
        person.*Member = reader.text(name, Need::optional, LengthMax);
    };
    if (need == Need::required) {
        input.read = [](std::string_view name, FormReader& reader, Person& person) {
            person.*Member = reader.text(name, Need::required, LengthMax);
        };
        input.show = show_required_text;
    }
    return input;
}

template<auto Member>
constexpr PersonInput date(std::string_view key, std::string_view group)
{
    return {.key = key,
            .group = group,
            .typed = [](const Person& person) { return person.*Member ? (person.*Member)->vietnamese() : ""; },
            .coded = [](const Person& person) { return person.*Member ? (person.*Member)->iso() : ""; },
            .read = [](std::string_view name, FormReader& reader,
                       Person& person) { person.*Member = reader.partial_date(name); },
            .show = show_date};
}

template<auto Member, const CodeList& (*List)()>
constexpr PersonInput listed(std::string_view key, std::string_view group)
{
    constexpr auto code = [](const Person& person) {
        return std::string(List().at(static_cast<std::uint8_t>(person.*Member)).key);
    };
    return {.key = key,
            .group = group,
            .typed = code,
            .coded = code,
            .read =
                [](std::string_view name, FormReader& reader, Person& person) {
                    using Value = std::remove_reference_t<decltype(person.*Member)>;
                    auto number = reader.choice(name, [](std::string_view sent) { return List().number_of(sent); });
                    person.*Member = static_cast<Value>(number.value_or(0));
                },
            .show = show_list<List>};
}

constexpr PersonInput born{
    .key = "born",
    .group = identity_group,
    .typed = [](const Person& person) { return person.born.vietnamese(); },
    .coded = [](const Person& person) { return person.born.iso(); },
    .read =
        [](std::string_view name, FormReader& reader, Person& person) {
            if (auto sent = reader.partial_date(name, Need::required))
                person.born = *sent;
        },
    .show = show_required_date,
};

constexpr std::array inputs{
    text<&Person::name, limit::name_length_max>("full_name", identity_group, Need::required),
    text<&Person::other_name, limit::name_length_max>("other_name", identity_group),
    born,
    listed<&Person::sex, sexes>("sex", identity_group),
    listed<&Person::ethnicity, ethnicities>("ethnicity", identity_group),
    listed<&Person::religion, religions>("religion", identity_group),
    text<&Person::birthplace>("birthplace", place_group),
    text<&Person::home>("home", place_group),
    text<&Person::residence>("residence", place_group),
    text<&Person::stay>("stay", place_group),
    text<&Person::work>("work", work_group),
    listed<&Person::occupation, occupations>("occupation", work_group),
    listed<&Person::general_education, general_educations>("general_education", work_group),
    listed<&Person::qualification, qualifications>("qualification", work_group),
    listed<&Person::academic_title, academic_titles>("academic_title", work_group),
    listed<&Person::political_theory, political_theories>("political_theory", work_group),
    text<&Person::foreign_language, limit::name_length_max>("foreign_language", work_group),
    date<&Person::youth_union_joined>("youth_union_joined", dates_group),
    date<&Person::employed>("employed", dates_group),
    date<&Person::enlisted>("enlisted", dates_group),
    date<&Person::discharged>("discharged", dates_group),
    text<&Person::phone, limit::name_length_max>("phone", numbers_group),
    text<&Person::card_number, limit::name_length_max>("card_number", numbers_group),
    text<&Person::file_number, limit::name_length_max>("file_number", numbers_group),
};

} // namespace

std::span<const PersonInput> person_inputs() { return inputs; }

void read_person(const Fields& sent, FormReader& reader, Person& person)
{
    for (const auto& input : inputs)
        if (sent.has(input.key))
            input.read(input.key, reader, person);
}

} // namespace phusa::web::people
