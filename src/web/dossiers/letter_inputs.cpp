#include "web/dossiers/letter_inputs.hpp"

#include "base/limits.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::dossiers
{

namespace
{

constexpr std::size_t rows_max = 24; // parents of both sides, a spouse, and more children than anybody has
constexpr std::size_t spare_rows = 4;
constexpr std::array usual = {Relation::candidate, Relation::father, Relation::mother};
constexpr std::array telling = {"name", "asked", "sent", "answered", "left_out"};

std::string row_name(std::string_view field, std::size_t row) { return fmt::format("{}-{}", field, row); }

std::string typed_day(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }

bool says_something(const Fields& typed, std::size_t row)
{
    for (const auto* field : telling)
        if (!typed.text(row_name(field, row)).empty())
            return true;
    return false;
}

template<typename Value>
std::vector<FormChoice> choices_of(std::string_view none, const std::vector<Value>& values)
{
    std::vector<FormChoice> choices{{"", std::string(none)}};
    for (auto each : values)
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    return choices;
}

VerificationLetter read_letter(FormReader& reader, std::size_t row)
{
    auto relation = reader.choice(row_name("relation", row), phusa::relation, Need::required);
    VerificationLetter letter{.relation = relation.value_or(Relation::candidate),
                              .name = reader.text(row_name("name", row), Need::optional, limit::name_length_max),
                              .asked = reader.text(row_name("asked", row)),
                              .sent = reader.date(row_name("sent", row)),
                              .answered = reader.date(row_name("answered", row)),
                              .left_out = reader.choice(row_name("left_out", row), phusa::left_out)};
    if (auto good = check(letter); !good)
        reader.wrong(row_name("name", row), good.error().message);
    return letter;
}

View row_view(const Fields& typed, const Problem* problem, std::size_t row)
{
    FormView form({}, {}, typed, problem);
    form.select(row_name("relation", row), "Là ai", choices_of("Chọn quan hệ", all_relations()))
        .text(row_name("name", row), "Họ và tên")
        .text(row_name("asked", row), "Nơi được hỏi", {.hint = "Ví dụ: Đảng uỷ xã Bồi Hạ"})
        .date(row_name("sent", row), "Ngày gửi thư")
        .date(row_name("answered", row), "Ngày trả lời")
        .select(row_name("left_out", row), "Không cần thẩm tra vì", choices_of("Vẫn phải thẩm tra", all_left_out()));
    auto relation = phusa::relation(typed.text(row_name("relation", row)));
    return View()
        .set("row_title", relation ? std::string(title_of(*relation)) : std::string("Người khác"))
        .set("fields", *form.view().find("fields"));
}

} // namespace

void add_letters(Fields& fields, const std::vector<VerificationLetter>& letters)
{
    for (std::size_t row = 0; row < letters.size(); ++row) {
        const auto& letter = letters[row];
        fields.add(row_name("relation", row), std::string(key_of(letter.relation)));
        fields.add(row_name("name", row), letter.name);
        fields.add(row_name("asked", row), letter.asked);
        fields.add(row_name("sent", row), typed_day(letter.sent));
        fields.add(row_name("answered", row), typed_day(letter.answered));
        fields.add(row_name("left_out", row), letter.left_out ? std::string(key_of(*letter.left_out)) : "");
    }
}

std::vector<VerificationLetter> read_letters(FormReader& reader)
{
    std::vector<VerificationLetter> letters;
    for (std::size_t row = 0; row < rows_max; ++row) {
        bool tells = false;
        for (const auto* field : telling)
            tells = !reader.text(row_name(field, row)).empty() || tells;
        if (tells)
            letters.push_back(read_letter(reader, row));
    }
    return letters;
}

View letters_view(const Fields& typed, const Problem* problem)
{
    auto shown = typed;
    std::size_t rows = 0;
    for (std::size_t row = 0; row < rows_max; ++row)
        if (says_something(typed, row) || !typed.text(row_name("relation", row)).empty())
            rows = row + 1;
    if (rows == 0)
        for (auto each : usual)
            shown.add(row_name("relation", rows++), std::string(key_of(each)));
    View::List letters;
    View::List spare;
    for (std::size_t row = 0; row < std::min(rows + spare_rows, rows_max); ++row) {
        bool is_spare = row >= usual.size() && !says_something(typed, row);
        (is_spare ? spare : letters).push_back(row_view(shown, problem, row));
    }
    return View().set("letters", View(std::move(letters))).set("spare", View(std::move(spare)));
}

} // namespace phusa::web::dossiers
