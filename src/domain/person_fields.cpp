#include "domain/person_fields.hpp"

#include <array>

namespace phusa
{

namespace
{

std::string shown(const std::string& text) { return text; }
std::string shown(const PartialDate& date) { return date.vietnamese(); }
std::string shown(const std::optional<PartialDate>& date) { return date ? date->vietnamese() : ""; }
template<typename Enum>
    requires std::is_enum_v<Enum>
std::string shown(Enum value)
{
    return std::string(code_of(value).title);
}

// A field that is one member of Person.
template<auto Member>
constexpr PersonField field(std::string_view key, std::string_view title)
{
    return {.key = key,
            .title = title,
            .shown = [](const Person& person) { return shown(person.*Member); },
            .same = [](const Person& a, const Person& b) { return a.*Member == b.*Member; },
            .copy = [](const Person& from, Person& to) { to.*Member = from.*Member; }};
}

// A number in a coded list.
template<auto Member, const CodeList& (*List)()>
constexpr PersonField coded(std::string_view key, std::string_view title)
{
    auto made = field<&Person::name>(key, title);
    made.shown = [](const Person& person) { return std::string(List().at(person.*Member).title); };
    made.same = [](const Person& a, const Person& b) { return a.*Member == b.*Member; };
    made.copy = [](const Person& from, Person& to) { to.*Member = from.*Member; };
    return made;
}

// In the order of 2-HSĐV (forms.md §2).
constexpr std::array fields{
    field<&Person::name>("full_name", "Họ và tên khai sinh"),
    field<&Person::other_name>("other_name", "Tên gọi khác"),
    field<&Person::sex>("sex", "Giới tính"),
    field<&Person::born>("born", "Sinh ngày"),
    field<&Person::birthplace>("birthplace", "Nơi đăng ký khai sinh"),
    field<&Person::home>("home", "Quê quán"),
    field<&Person::residence>("residence", "Nơi thường trú"),
    field<&Person::stay>("stay", "Nơi tạm trú"),
    coded<&Person::ethnicity, &ethnicities>("ethnicity", "Dân tộc"),
    coded<&Person::religion, &religions>("religion", "Tôn giáo"),
    field<&Person::work>("work", "Nghề nghiệp, chức vụ, nơi công tác"),
    field<&Person::occupation>("occupation", "Nhóm nghề nghiệp (Biểu 2)"),
    field<&Person::general_education>("general_education", "Giáo dục phổ thông"),
    field<&Person::qualification>("qualification", "Chuyên môn, nghiệp vụ"),
    field<&Person::academic_title>("academic_title", "Chức danh khoa học"),
    field<&Person::political_theory>("political_theory", "Lý luận chính trị"),
    field<&Person::foreign_language>("foreign_language", "Ngoại ngữ"),
    field<&Person::youth_union_joined>("youth_union_joined", "Ngày vào Đoàn"),
    field<&Person::employed>("employed", "Ngày được tuyển dụng"),
    field<&Person::enlisted>("enlisted", "Ngày nhập ngũ"),
    field<&Person::discharged>("discharged", "Ngày xuất ngũ, chuyển ngành"),
    field<&Person::phone>("phone", "Điện thoại"),
    field<&Person::card_number>("card_number", "Số thẻ đảng viên"),
    field<&Person::file_number>("file_number", "Số lý lịch"),
};

} // namespace

std::span<const PersonField> person_fields() { return fields; }

std::vector<std::string_view> differing_fields(const Person& a, const Person& b)
{
    std::vector<std::string_view> keys;
    for (const auto& each : fields)
        if (!each.same(a, b))
            keys.push_back(each.key);
    return keys;
}

} // namespace phusa
