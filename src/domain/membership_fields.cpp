#include "domain/membership_fields.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

std::string shown(const std::string& text) { return text; }
std::string shown(const PartialDate& date) { return date.vietnamese(); }
std::string shown(Date day) { return day.vietnamese(); }
std::string shown(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }
std::string shown(OrganisationId unit) { return std::to_string(unit.value); }
std::string shown(bool truth) { return truth ? "Có" : "Không"; }
template<typename Enum>
    requires std::is_enum_v<Enum>
std::string shown(Enum value)
{
    return std::string(code_of(value).title);
}

template<typename Fact, auto Member>
constexpr FactField<Fact> field(std::string_view key, std::string_view title)
{
    return {.key = key,
            .title = title,
            .shown = [](const Fact& fact) { return shown(fact.*Member); },
            .same = [](const Fact& a, const Fact& b) { return a.*Member == b.*Member; },
            .copy = [](const Fact& from, Fact& to) { to.*Member = from.*Member; }};
}

// A number in a coded list.
template<auto Member, const CodeList& (*List)()>
constexpr AdmissionField coded(std::string_view key, std::string_view title)
{
    auto made = field<Admission, Member>(key, title);
    made.shown = [](const Admission& admission) { return std::string(List().at(admission.*Member).title); };
    return made;
}

template<auto Member>
constexpr AdmissionField of_admission(std::string_view key, std::string_view title)
{
    return field<Admission, Member>(key, title);
}

template<auto Member>
constexpr MembershipEventField of_event(std::string_view key, std::string_view title)
{
    return field<MembershipEvent, Member>(key, title);
}

constexpr std::array admission_list{
    of_admission<&Admission::ceremony_on>("ceremony_on", "Ngày tổ chức lễ kết nạp"),
    of_admission<&Admission::decided_on>("decided_on", "Ngày quyết định kết nạp"),
    of_admission<&Admission::decision_number>("decision_number", "Số quyết định"),
    of_admission<&Admission::cell>("cell", "Chi bộ nơi kết nạp"),
    of_admission<&Admission::born>("born", "Ngày sinh"),
    of_admission<&Admission::sex>("sex", "Giới tính"),
    coded<&Admission::ethnicity, &ethnicities>("ethnicity", "Dân tộc"),
    coded<&Admission::religion, &religions>("religion", "Tôn giáo"),
    of_admission<&Admission::occupation>("occupation", "Nghề nghiệp khi vào Đảng (Biểu 2)"),
    of_admission<&Admission::general_education>("general_education", "Giáo dục phổ thông"),
    of_admission<&Admission::qualification>("qualification", "Chuyên môn, nghiệp vụ"),
    of_admission<&Admission::academic_title>("academic_title", "Chức danh khoa học"),
    of_admission<&Admission::youth_union_member>("youth_union_member", "Đoàn viên TNCS Hồ Chí Minh"),
    of_admission<&Admission::private_owner>("private_owner", "Chủ doanh nghiệp tư nhân"),
    of_admission<&Admission::population_policy>("population_policy", "Vi phạm chính sách dân số"),
    of_admission<&Admission::foreign_marriage>("foreign_marriage", "Hôn nhân với người nước ngoài"),
    of_admission<&Admission::readmission>("readmission", "Kết nạp lại"),
};

constexpr std::array event_list{
    of_event<&MembershipEvent::on>("on", "Ngày có hiệu lực"),
    of_event<&MembershipEvent::decided_on>("decided_on", "Ngày quyết định"),
    of_event<&MembershipEvent::decision_number>("decision_number", "Số quyết định"),
    of_event<&MembershipEvent::elsewhere>("elsewhere", "Nơi đến hoặc nơi đi ngoài đảng bộ"),
    of_event<&MembershipEvent::note>("note", "Ghi chú"),
};

} // namespace

std::span<const AdmissionField> admission_fields() { return admission_list; }
std::span<const MembershipEventField> membership_event_fields() { return event_list; }

Admission admission_with_facts_of(const Person& person)
{
    Admission admission;
    admission.person = person.id;
    admission.born = person.born;
    admission.sex = person.sex;
    admission.ethnicity = person.ethnicity;
    admission.religion = person.religion;
    admission.occupation = person.occupation;
    admission.general_education = person.general_education;
    admission.qualification = person.qualification;
    admission.academic_title = person.academic_title;
    return admission;
}

std::vector<std::string> forms_counting(const Admission& admission)
{
    auto year = admission.counted_on().year();
    return {fmt::format("Biểu 1-BTCTW năm {} (tăng, giảm đảng viên)", year),
            fmt::format("Biểu 2-BTCTW năm {} (đảng viên mới kết nạp)", year)};
}

std::vector<std::string> forms_counting(const MembershipEvent& event)
{
    return {fmt::format("Biểu 1-BTCTW năm {} (tăng, giảm đảng viên)", event.on.year())};
}

Result<void> check(const MembershipEvent& event, std::span<const Admission> admissions, Date today)
{
    if (event.on > today)
        return invalid("on", "Ngày có hiệu lực không thể ở tương lai.");
    if (event.decided_on && *event.decided_on > today)
        return invalid("decided_on", "Ngày quyết định không thể ở tương lai.");
    bool is_from_elsewhere = event.kind == MembershipEventKind::moved_in;
    if (!admissions.empty() && !is_from_elsewhere &&
        std::ranges::none_of(admissions, [&](const Admission& each) { return each.counted_on() <= event.on; }))
        return invalid("on", "Ngày này trước ngày vào Đảng; hãy xem lại.");
    if (code_points(event.decision_number) > limit::name_length_max)
        return invalid("decision_number", "Số quyết định dài quá; hãy viết gọn lại.");
    if (code_points(event.elsewhere) > limit::line_length_max)
        return invalid("elsewhere", "Tên nơi này dài quá; hãy viết gọn lại.");
    if (code_points(event.note) > limit::line_length_max)
        return invalid("note", "Ghi chú dài quá; hãy viết gọn lại.");
    return {};
}

} // namespace phusa
