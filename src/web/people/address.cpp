#include "web/people/address.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>

namespace phusa::web::people
{

namespace
{

using Question = PeopleQuestion;

constexpr int year_min = 1800;
constexpr int year_max = 2199;
constexpr int age_max = 150;
constexpr std::string_view members_on_page = "dang_vien";
constexpr std::string_view members_in_api = "member";

// What was asked for under one key, and who wants to know.
struct Asked {
    const Fields& query;
    FormReader& reader;
    std::string_view key;
    Naming naming;
};

struct Answer {
    Fields& fields;
    std::string_view key;
    Naming naming;

    void add(std::string value) const
    {
        if (!value.empty())
            fields.add(std::string(key), std::move(value));
    }
};

// One key with how it is read into a question and written from one.
struct Key {
    std::string_view page;
    std::string_view api;
    void (*read)(const Asked&, Question&);
    void (*write)(const Question&, const Answer&);

    std::string_view name(Naming naming) const { return naming == Naming::page ? page : api; }
};

std::optional<int> number_within(const Asked& asked, int least, int most)
{
    auto number = asked.reader.number(asked.key);
    if (!number)
        return std::nullopt;
    if (*number < least || *number > most) {
        asked.reader.wrong(asked.key, fmt::format("Hãy ghi một số từ {} đến {}.", least, most));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

template<auto Member, int Least, int Most>
constexpr Key number(std::string_view page, std::string_view api)
{
    return {
        .page = page,
        .api = api,
        .read = [](const Asked& asked, Question& question) { question.*Member = number_within(asked, Least, Most); },
        .write =
            [](const Question& question, const Answer& answer) {
                if (question.*Member)
                    answer.add(std::to_string(*(question.*Member)));
            }};
}

template<auto Member>
constexpr Key day(std::string_view page, std::string_view api)
{
    return {.page = page,
            .api = api,
            .read = [](const Asked& asked, Question& question) { question.*Member = asked.reader.date(asked.key); },
            .write =
                [](const Question& question, const Answer& answer) {
                    if (question.*Member)
                        answer.add((question.*Member)->iso());
                }};
}

template<auto Member>
constexpr Key unit(std::string_view page, std::string_view api)
{
    return {.page = page,
            .api = api,
            .read = [](const Asked& asked,
                       Question& question) { question.*Member = asked.reader.id<struct Organisation>(asked.key); },
            .write =
                [](const Question& question, const Answer& answer) {
                    if (question.*Member)
                        answer.add(std::to_string((question.*Member)->value));
                }};
}

template<const CodeList& (*List)(), typename Code>
std::string key_in(Code value)
{
    return std::string(List().at(static_cast<std::uint8_t>(value)).key);
}

template<typename Enum, const CodeList& (*List)()>
std::optional<Enum> coded(std::string_view key)
{
    auto found = List().number_of(key);
    return found ? std::optional(static_cast<Enum>(*found)) : std::nullopt;
}

template<auto Member, typename Enum, const CodeList& (*List)()>
constexpr Key one_of(std::string_view page, std::string_view api)
{
    return {.page = page,
            .api = api,
            .read = [](const Asked& asked,
                       Question& question) { question.*Member = asked.reader.choice(asked.key, coded<Enum, List>); },
            .write =
                [](const Question& question, const Answer& answer) {
                    if (question.*Member)
                        answer.add(key_in<List>(*(question.*Member)));
                }};
}

template<auto Member, typename Enum, const CodeList& (*List)()>
constexpr Key any_of(std::string_view page, std::string_view api)
{
    return {.page = page,
            .api = api,
            .read =
                [](const Asked& asked, Question& question) {
                    for (auto value : asked.query.all(asked.key)) {
                        auto found = coded<Enum, List>(value);
                        if (found)
                            (question.*Member).push_back(*found);
                        else if (!value.empty())
                            asked.reader.wrong(asked.key, "Hãy chọn một giá trị trong danh sách.");
                    }
                },
            .write =
                [](const Question& question, const Answer& answer) {
                    for (auto value : question.*Member)
                        answer.add(key_in<List>(value));
                }};
}

std::string_view members_in(Naming naming) { return naming == Naming::page ? members_on_page : members_in_api; }

void read_standings(const Asked& asked, Question& question)
{
    for (auto value : asked.query.all(asked.key)) {
        if (value == members_in(asked.naming)) {
            question.standings.insert(question.standings.end(), member_standings().begin(), member_standings().end());
        } else if (auto found = standing(value)) {
            question.standings.push_back(*found);
        } else if (!value.empty()) {
            asked.reader.wrong(asked.key, "Hãy chọn một giá trị trong danh sách.");
        }
    }
    // In one order and each once, so that equal questions are equal.
    std::ranges::sort(question.standings);
    auto repeated = std::ranges::unique(question.standings);
    question.standings.erase(repeated.begin(), repeated.end());
}

void write_standings(const Question& question, const Answer& answer)
{
    if (question.standings == member_standings())
        return answer.add(std::string(members_in(answer.naming)));
    for (auto value : question.standings)
        answer.add(std::string(key_of(value)));
}

template<auto Member>
constexpr Key yes_no(std::string_view page, std::string_view api)
{
    return {.page = page,
            .api = api,
            .read =
                [](const Asked& asked, Question& question) {
                    auto yes = asked.naming == Naming::page ? "co" : "true";
                    auto no = asked.naming == Naming::page ? "khong" : "false";
                    auto value = asked.query.text(asked.key);
                    if (value == yes || value == no)
                        question.*Member = value == yes;
                    else if (!value.empty())
                        asked.reader.wrong(asked.key, "Hãy chọn một giá trị trong danh sách.");
                },
            .write =
                [](const Question& question, const Answer& answer) {
                    bool on_page = answer.naming == Naming::page;
                    if (question.*Member)
                        answer.add(*(question.*Member) ? (on_page ? "co" : "true") : (on_page ? "khong" : "false"));
                }};
}

constexpr std::array<std::string_view, 3> orders_on_page = {"ten", "sinh", "ket_nap"};
constexpr std::array<std::string_view, 3> orders_in_api = {"name", "born", "admitted"};

void read_order(const Asked& asked, Question& question)
{
    const auto& names = asked.naming == Naming::page ? orders_on_page : orders_in_api;
    auto value = asked.query.text(asked.key);
    auto found = std::ranges::find(names, value);
    if (found != names.end())
        question.order = static_cast<PeopleOrder>(found - names.begin());
    else if (!value.empty())
        asked.reader.wrong(asked.key, "Danh sách không xếp được theo cách này.");
}

void write_order(const Question& question, const Answer& answer)
{
    const auto& names = answer.naming == Naming::page ? orders_on_page : orders_in_api;
    if (question.order != PeopleOrder::name)
        answer.add(std::string(names.at(static_cast<std::size_t>(question.order))));
}

void read_limit(const Asked& asked, Question& question)
{
    if (auto rows = number_within(asked, 1, static_cast<int>(limit::api_page_rows_max)))
        question.rows = static_cast<std::size_t>(*rows);
}

void write_nothing(const Question&, const Answer&) {}

constexpr std::array keys{
    Key{"q", "q", [](const Asked& asked, Question& question) { question.words = asked.reader.text(asked.key); },
        [](const Question& question, const Answer& answer) { answer.add(question.words); }},
    unit<&Question::organisation>("don_vi", "organisation"),
    Key{"trang_thai", "standing", read_standings, write_standings},
    one_of<&Question::sex, Sex, sexes>("gioi", "sex"),
    one_of<&Question::occupation, Occupation, occupations>("nghe", "occupation"),
    number<&Question::born_from, year_min, year_max>("sinh_tu", "born_from"),
    number<&Question::born_to, year_min, year_max>("sinh_den", "born_to"),
    day<&Question::admitted_from>("kn_tu", "admitted_from"),
    day<&Question::admitted_to>("kn_den", "admitted_to"),
    unit<&Question::admitted_at>("kn_tai", "admitted_at"),
    day<&Question::structure>("co_cau", "structure"),
    yes_no<&Question::youth_union>("kn_doan", "youth_union"),
    any_of<&Question::admission_sexes, Sex, sexes>("kn_gioi", "admission_sex"),
    any_of<&Question::admission_occupations, Occupation, occupations>("kn_nghe", "admission_occupation"),
    any_of<&Question::admission_educations, GeneralEducation, general_educations>("kn_hoc_van", "admission_education"),
    any_of<&Question::admission_qualifications, Qualification, qualifications>("kn_trinh_do",
                                                                               "admission_qualification"),
    any_of<&Question::admission_titles, AcademicTitle, academic_titles>("kn_chuc_danh", "admission_title"),
    any_of<&Question::admission_ethnicities, std::uint8_t, ethnicities>("kn_dan_toc", "admission_ethnicity"),
    any_of<&Question::admission_religions, std::uint8_t, religions>("kn_ton_giao", "admission_religion"),
    yes_no<&Question::private_owner>("kn_chu_dn", "private_owner"),
    yes_no<&Question::population_policy>("kn_khhgd", "population_policy"),
    yes_no<&Question::foreign_marriage>("kn_hon_nhan", "foreign_marriage"),
    yes_no<&Question::readmission>("kn_lai", "readmission"),
    number<&Question::age_from, 0, age_max>("kn_tuoi_tu", "age_from"),
    number<&Question::age_to, 0, age_max>("kn_tuoi_den", "age_to"),
    Key{"xep", "order", read_order, write_order},
    Key{"giam", "descending",
        [](const Asked& asked, Question& question) {
            auto value = asked.query.text(asked.key);
            question.descending = value == "1" || value == "true";
        },
        [](const Question& question, const Answer& answer) { answer.add(question.descending ? "1" : ""); }},
    Key{"trang", "cursor",
        [](const Asked& asked, Question& question) { question.cursor = std::string(asked.query.text(asked.key)); },
        write_nothing},
    Key{"", "limit", read_limit, write_nothing},
};

const Key* find_key(std::string_view name, Naming naming)
{
    auto found = std::ranges::find_if(keys, [&](const Key& key) { return !name.empty() && key.name(naming) == name; });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

Result<PeopleQuestion> question_of(const Fields& query, Naming naming)
{
    FormReader reader(query);
    Question question;
    for (const auto& [name, value] : query.items())
        if (!find_key(name, naming))
            reader.wrong(shortened(name, limit::account_name_length_max),
                         fmt::format("Địa chỉ có mục “{}” mà danh sách này không biết.",
                                     shortened(clean_text(name), limit::account_name_length_max)));
    for (const auto& key : keys)
        if (auto name = key.name(naming); !name.empty())
            key.read({.query = query, .reader = reader, .key = name, .naming = naming}, question);
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return question;
}

Fields fields_of(const PeopleQuestion& question, Naming naming)
{
    Fields fields;
    for (const auto& key : keys)
        key.write(question, {.fields = fields, .key = key.name(naming), .naming = naming});
    return fields;
}

std::string query_of(const PeopleQuestion& question, Naming naming) { return fields_of(question, naming).urlencoded(); }

std::string path_of(const PeopleQuestion& question)
{
    auto fields = fields_of(question);
    if (!question.cursor.empty())
        fields.add("trang", question.cursor);
    return fields.empty() ? "/nguoi" : "/nguoi?" + fields.urlencoded();
}

std::string path_of(PersonId id) { return fmt::format("/nguoi/{}", id.value); }

} // namespace phusa::web::people
