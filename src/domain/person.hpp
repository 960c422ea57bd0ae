#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/codes.hpp"
#include "domain/organisation.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

using PersonId = Id<struct Person>;

// Where a person stands towards the Party. It follows from admissions and membership events and is never set by hand.
enum class Standing : std::uint8_t {
    none,         // quần chúng
    probationary, // đảng viên dự bị
    official,     // đảng viên chính thức
    exempted,     // miễn công tác và sinh hoạt đảng
    moved_out,    // chuyển đi ngoài đảng bộ
    died,         // từ trần
    removed,      // xoá tên
    resigned,     // xin ra khỏi Đảng
    expelled,     // khai trừ
};
std::string_view key_of(Standing standing);
std::string_view title_of(Standing standing);
std::optional<Standing> standing(std::string_view key);
// Counted among the members of a unit: probationary, official, exempted.
bool is_member(Standing standing);

// What the statistics and papers need to know of one person (forms.md §2: 2-HSĐV; §3.2: Biểu 2).
//
// One version of it: corrections and changes make new versions, and `version` says which one this is. The identity
// number is not here: it is sealed, read one at a time with a reason, and shown masked (`identity_masked`).
struct Person {
    PersonId id;
    std::int64_t version = 0; // compared on writing; 0 for one not yet stored
    std::string name;         // họ và tên khai sinh
    std::string other_name;   // tên gọi khác
    PartialDate born;
    Sex sex = Sex::unknown;
    std::uint8_t ethnicity = 0; // number in ethnicities()
    std::uint8_t religion = 0;  // number in religions()
    std::string birthplace;     // nơi đăng ký khai sinh
    std::string home;           // quê quán
    std::string residence;      // nơi thường trú
    std::string stay;           // nơi tạm trú
    std::string work;           // nghề nghiệp, chức vụ, đơn vị công tác hiện nay
    Occupation occupation = Occupation::unknown;
    GeneralEducation general_education = GeneralEducation::unknown;
    Qualification qualification = Qualification::unknown;
    AcademicTitle academic_title = AcademicTitle::none;
    PoliticalTheory political_theory = PoliticalTheory::none;
    std::string foreign_language;
    std::optional<PartialDate> youth_union_joined;
    std::optional<PartialDate> employed;   // ngày được tuyển dụng
    std::optional<PartialDate> enlisted;   // ngày nhập ngũ
    std::optional<PartialDate> discharged; // ngày xuất ngũ
    std::string phone;
    std::string card_number;     // số thẻ đảng viên
    std::string file_number;     // số lý lịch
    std::string identity_masked; // "••••••••1234", empty where none is recorded
    OrganisationId cell;         // where the person lives party life or is followed
    Standing standing = Standing::none;
    bool invented = false; // demonstration data: marked on every page and paper
    Validity valid;
    AuditNumber recorded;
};

// 12 digits (căn cước) or the 9 of an old CMND.
bool is_identity_number(std::string_view digits);
std::string masked_identity(std::string_view digits);

// What must hold before a person is stored: a name, a birth date not in the future, texts within limits.
Result<void> check(const Person& person, Date today);

} // namespace phusa
