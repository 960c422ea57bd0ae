#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/codes.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using AdmissionId = Id<struct Admission>;
using MembershipEventId = Id<struct MembershipEvent>;

// One admission to the Party, with the facts as they were on that day (Biểu 2-BTCTW). They never change when the
// person's own record does.
//
// It belongs to its ceremony day, else to its decision's day (DESIGN §6): `counted_on`.
struct Admission {
    AdmissionId id;
    std::int64_t version = 0;
    PersonId person;
    OrganisationId cell;
    std::optional<Date> decided_on;
    std::string decision_number;
    std::optional<Date> ceremony_on;
    PartialDate born;
    Sex sex = Sex::unknown;
    std::uint8_t ethnicity = 0;
    std::uint8_t religion = 0;
    Occupation occupation = Occupation::unknown;
    GeneralEducation general_education = GeneralEducation::unknown;
    Qualification qualification = Qualification::unknown;
    AcademicTitle academic_title = AcademicTitle::none;
    bool youth_union_member = false;
    bool private_owner = false;     // chủ doanh nghiệp tư nhân
    bool population_policy = false; // quần chúng vi phạm chính sách KHHGĐ
    bool foreign_marriage = false;  // có quan hệ hôn nhân với người nước ngoài
    bool readmission = false;       // kết nạp lại
    AuditNumber recorded;

    Date counted_on() const { return ceremony_on ? *ceremony_on : *decided_on; }
};

// Either a decision's or a ceremony's day is there, and they are in order.
Result<void> check(const Admission& admission);

// What befell a membership after admission. Numbers are stored.
enum class MembershipEventKind : std::uint8_t {
    recognised = 1, // công nhận chính thức
    moved_in,       // chuyển đến
    moved_out,      // chuyển đi
    exempted,       // miễn công tác và sinh hoạt
    restored,       // phục hồi đảng tịch
    died,           // từ trần
    removed,        // xoá tên
    resigned,       // xin ra
    expelled,       // khai trừ
};
std::string_view key_of(MembershipEventKind kind);
std::string_view title_of(MembershipEventKind kind);
std::optional<MembershipEventKind> membership_event_kind(std::string_view key);
std::vector<MembershipEventKind> all_membership_event_kinds();

// A move within one register has `from` and `to`; one over its border has `elsewhere` on the outer side.
struct MembershipEvent {
    MembershipEventId id;
    std::int64_t version = 0;
    PersonId person;
    MembershipEventKind kind = MembershipEventKind::recognised;
    Date on; // the day it takes effect
    std::optional<Date> decided_on;
    std::string decision_number;
    std::optional<OrganisationId> from;
    std::optional<OrganisationId> to;
    std::string elsewhere;
    std::string note;
    AuditNumber recorded;
};

// Where someone stands on a day, given all admissions and events of that one person in any order.
//
// An admission begins on probation, also after an earlier membership that ended. Of one day, the admission comes first,
// then the recognition, then the rest in the order of their kinds. A move within the register changes nothing; nothing
// follows a death; only an admission or a restoration follows the other ends.
Standing standing_on(Date day, std::span<const Admission> admissions, std::span<const MembershipEvent> events);

} // namespace phusa
