#include "domain/person.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Standing>, 9> standings = {{
    {Standing::none, "none", "Quần chúng"},
    {Standing::probationary, "probationary", "Đảng viên dự bị"},
    {Standing::official, "official", "Đảng viên chính thức"},
    {Standing::exempted, "exempted", "Được miễn công tác và sinh hoạt đảng"},
    {Standing::moved_out, "moved_out", "Đã chuyển đi"},
    {Standing::died, "died", "Đã từ trần"},
    {Standing::removed, "removed", "Đã xoá tên"},
    {Standing::resigned, "resigned", "Đã xin ra khỏi Đảng"},
    {Standing::expelled, "expelled", "Đã khai trừ"},
}};

// A text field of a person: where it stands, what it is called on the form, how long it may be.
struct TextField {
    std::string_view key;
    std::string_view title;
    std::string Person::* text;
    std::size_t length_max;
};

constexpr TextField text_fields[] = {
    {"full_name", "Họ và tên khai sinh", &Person::name, limit::name_length_max},
    {"other_name", "Tên gọi khác", &Person::other_name, limit::name_length_max},
    {"birthplace", "Nơi đăng ký khai sinh", &Person::birthplace, limit::line_length_max},
    {"home", "Quê quán", &Person::home, limit::line_length_max},
    {"residence", "Nơi thường trú", &Person::residence, limit::line_length_max},
    {"stay", "Nơi tạm trú", &Person::stay, limit::line_length_max},
    {"work", "Nghề nghiệp, đơn vị công tác", &Person::work, limit::line_length_max},
    {"foreign_language", "Ngoại ngữ", &Person::foreign_language, limit::name_length_max},
    {"phone", "Số điện thoại", &Person::phone, limit::name_length_max},
    {"card_number", "Số thẻ đảng viên", &Person::card_number, limit::name_length_max},
    {"file_number", "Số lý lịch", &Person::file_number, limit::name_length_max},
};

// A dated fact after birth.
struct DateField {
    std::string_view key;
    std::string_view title;
    std::optional<PartialDate> Person::* date;
};

constexpr DateField date_fields[] = {
    {"youth_union_joined", "Ngày vào Đoàn", &Person::youth_union_joined},
    {"employed", "Ngày được tuyển dụng", &Person::employed},
    {"enlisted", "Ngày nhập ngũ", &Person::enlisted},
    {"discharged", "Ngày xuất ngũ", &Person::discharged},
};

Result<void> check_texts(const Person& person)
{
    for (const TextField& field : text_fields)
        if (code_points(person.*field.text) > field.length_max)
            return invalid(std::string(field.key),
                           fmt::format("{} dài quá {} ký tự; hãy viết gọn lại.", field.title, field.length_max));
    return {};
}

Result<void> check_dates(const Person& person, Date today)
{
    if (person.born.first() > today)
        return invalid("born", "Ngày sinh không thể ở tương lai.");
    for (const DateField& field : date_fields) {
        const std::optional<PartialDate>& date = person.*field.date;
        if (date && date->first() > today)
            return invalid(std::string(field.key), fmt::format("{} không thể ở tương lai.", field.title));
        if (date && date->last() < person.born.first())
            return invalid(std::string(field.key), fmt::format("{} không thể trước ngày sinh.", field.title));
    }
    if (person.enlisted && person.discharged && person.discharged->last() < person.enlisted->first())
        return invalid("discharged", "Ngày xuất ngũ không thể trước ngày nhập ngũ.");
    return {};
}

} // namespace

std::string_view key_of(Standing standing) { return named<Standing>(standings, standing).key; }
std::string_view title_of(Standing standing) { return named<Standing>(standings, standing).title; }
std::optional<Standing> standing(std::string_view key) { return value_of<Standing>(standings, key); }

bool is_member(Standing standing)
{
    return standing == Standing::probationary || standing == Standing::official || standing == Standing::exempted;
}

bool is_identity_number(std::string_view digits)
{
    bool only_digits = std::ranges::all_of(digits, [](char digit) { return digit >= '0' && digit <= '9'; });
    return only_digits && (digits.size() == 12 || digits.size() == 9);
}

std::string masked_identity(std::string_view digits)
{
    constexpr std::size_t shown = 4;
    if (digits.empty())
        return {};
    std::string masked;
    std::size_t hidden = digits.size() > shown ? digits.size() - shown : digits.size();
    for (std::size_t at = 0; at < hidden; ++at)
        masked += "•";
    masked += digits.substr(hidden);
    return masked;
}

Result<void> check(const Person& person, Date today)
{
    if (person.name.empty())
        return invalid("full_name", "Hãy nhập họ và tên khai sinh.");
    TRY_DO(check_texts(person));
    TRY_DO(check_dates(person, today));
    if (person.ethnicity >= ethnicities().codes().size())
        return invalid("ethnicity", "Dân tộc không có trong danh mục; hãy chọn lại.");
    if (person.religion >= religions().codes().size())
        return invalid("religion", "Tôn giáo không có trong danh mục; hãy chọn lại.");
    if (!person.cell)
        return invalid("cell", "Hãy chọn chi bộ mà người này sinh hoạt hoặc được theo dõi.");
    return {};
}

} // namespace phusa
