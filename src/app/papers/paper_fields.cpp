#include "app/papers/paper_fields.hpp"

#include "app/papers/paper_field_list.hpp"
#include "base/text.hpp"
#include "documents/docx_filler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::string_view capitals_ending = "_in_hoa";

std::array<std::span<const PaperField>, 5> all_fields()
{
    return {person_paper_fields(), body_paper_fields(), act_paper_fields(), vote_paper_fields(), case_paper_fields()};
}

constexpr std::array<std::string_view, 5> letter_fields = {"ten", "quan_he", "noi_hoi", "ngay_gui", "ngay_tra_loi"};
constexpr PaperRows rows[] = {{"tham_tra", "Những người cần thẩm tra", letter_fields}};

std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : std::string(); }

std::vector<FieldValues> letters_of(const PaperFacts& facts)
{
    std::vector<FieldValues> letters;
    const auto* verification = facts.latest(ActKind::verification);
    if (!verification)
        return letters;
    for (const auto& letter : verification->letters) {
        if (letter.left_out)
            continue;
        bool is_candidate = letter.relation == Relation::candidate && letter.name.empty();
        letters.push_back({{"ten", {.text = is_candidate ? facts.person.name : letter.name}},
                           {"quan_he", {.text = std::string(title_of(letter.relation))}},
                           {"noi_hoi", {.text = letter.asked}},
                           {"ngay_gui", {.text = day_text(letter.sent)}},
                           {"ngay_tra_loi", {.text = day_text(letter.answered), .is_dotted = false}}});
    }
    return letters;
}

// A long name in capitals takes two lines of a head: the second one has two words at least.
std::string capitals_of(std::string_view text)
{
    constexpr std::size_t long_name = 24;
    constexpr std::string_view fixed_space = "\u00a0";
    auto capitals = upper_case(text);
    auto space = capitals.rfind(' ');
    if (code_points(capitals) >= long_name && space != std::string::npos)
        capitals.replace(space, 1, fixed_space);
    return capitals;
}

// Room for what is missing, as wide as what is to be written there.
std::string_view dots_of(std::string_view key)
{
    if (key == "ngay_viec_chu")
        return "ngày …… tháng …… năm ……";
    if (key.starts_with("ngay_"))
        return "……/……/………";
    constexpr std::array<std::string_view, 6> figures = {"so_", "dv_c", "dv_v", "phieu_", "ty_le_", "uy_vien"};
    bool is_figure = key == "tan_thanh" || key == "khong_tan_thanh" ||
                     std::ranges::any_of(figures, [key](std::string_view begin) { return key.starts_with(begin); });
    bool is_of_a_writer = key == "dv_chi_bo";
    return is_figure && !is_of_a_writer ? "………" : FieldValue{}.dots;
}

bool has_key(std::string_view name)
{
    return std::ranges::any_of(all_fields(), [&](std::span<const PaperField> fields) {
        return std::ranges::find(fields, name, &PaperField::key) != fields.end();
    });
}

} // namespace

std::span<const PaperRows> paper_rows() { return rows; }

PaperValues paper_values(const PaperFacts& facts)
{
    PaperValues values;
    for (auto fields : all_fields())
        for (const auto& field : fields) {
            auto text = field.value(facts);
            FieldValue value{.text = capitals_of(text), .is_dotted = field.is_dotted, .dots = dots_of(field.key)};
            values.fields.emplace(std::string(field.key).append(capitals_ending), value);
            value.text = std::move(text);
            values.fields.emplace(field.key, std::move(value));
        }
    values.rows.emplace("tham_tra", letters_of(facts));
    return values;
}

bool is_paper_field(std::string_view name)
{
    if (has_key(name) ||
        (name.ends_with(capitals_ending) && has_key(name.substr(0, name.size() - capitals_ending.size()))))
        return true;
    return std::ranges::any_of(rows, [&](const PaperRows& each) {
        return each.key == name || std::ranges::find(each.fields, name) != each.fields.end();
    });
}

std::vector<std::pair<std::string_view, std::string_view>> paper_field_list()
{
    std::vector<std::pair<std::string_view, std::string_view>> list;
    for (auto fields : all_fields())
        for (const auto& field : fields)
            list.emplace_back(field.key, field.title);
    for (const auto& each : rows)
        list.emplace_back(each.key, each.title);
    return list;
}

std::string day_in_words(Date day)
{
    constexpr int padded_months = 2;
    auto month = day.month() <= padded_months ? fmt::format("{:02}", day.month()) : fmt::format("{}", day.month());
    return fmt::format("ngày {:02} tháng {} năm {}", day.day(), month, day.year());
}

} // namespace phusa
