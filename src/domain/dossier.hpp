#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/case.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using DossierId = Id<struct Dossier>;

// A paper by which something was done: its number, day and who issued it. All may be unknown in old dossiers.
struct Paper {
    std::string number = {}; // "15-NQ/CB"
    std::optional<Date> on;  // where it differs from the day of the act
    std::string issuer = {}; // "Ban Thường vụ Đảng uỷ xã Bồi Hạ"

    bool empty() const { return number.empty() && !on && issuer.empty(); }
    friend bool operator==(const Paper&, const Paper&) = default;
};
Result<void> check(const Paper& paper);

// Cases that have a regulation of their own (rules.md 3, "Special cases"): a flag and the paper that it requires.
enum class SpecialRegime : std::uint8_t {
    religious_believer = 1, // người theo tôn giáo
    ethnic_hoa,             // người Hoa
    population_policy,      // vi phạm chính sách dân số
    political_history,      // có vấn đề về lịch sử chính trị
    foreign_marriage,       // kết hôn với người nước ngoài
    private_owner,          // chủ doanh nghiệp tư nhân
    no_cell,                // nơi chưa có đảng viên, chi bộ
};
std::string_view key_of(SpecialRegime regime);
std::string_view title_of(SpecialRegime regime);
std::optional<SpecialRegime> special_regime(std::string_view key);
std::vector<SpecialRegime> all_special_regimes();

struct SpecialCase {
    SpecialRegime regime = SpecialRegime::religious_believer;
    Paper consent = {}; // empty while the required paper is missing

    friend bool operator==(const SpecialCase&, const SpecialCase&) = default;
};

// Why a dossier was put away without an admission, a refusal or a removal: those are acts.
enum class ClosingCause : std::uint8_t {
    withdrawn = 1, // người xin vào Đảng rút đơn
    died,          // từ trần
    moved_away,    // chuyển ra ngoài đảng bộ
    mistaken,      // lập nhầm
};
std::string_view key_of(ClosingCause cause);
std::string_view title_of(ClosingCause cause);
std::optional<ClosingCause> closing_cause(std::string_view key);
std::vector<ClosingCause> all_closing_causes();

struct Closing {
    Date on = {};
    ClosingCause cause = ClosingCause::withdrawn;
    std::string note = {};

    friend bool operator==(const Closing&, const Closing&) = default;
};

// hồ sơ kết nạp: one person's way into the Party, from opening to recognition. One version of it.
//
// It holds what the rules ask and the person's own record does not say. What was done lies in its acts
// (recorded_act.hpp); where it stands follows from them (stage.hpp) and is never set by hand. `cell` is the cell that
// handles it today; moves change it (dossier_move.hpp).
struct Dossier {
    DossierId id = {};
    std::int64_t version = 0;
    PersonId person = {};
    OrganisationId cell = {};
    Date opened = {};
    bool is_citizen = true; // of Viet Nam
    Area area = Area::ordinary;
    bool village_elder = false;
    bool youth_union_member = false;
    bool youth_union_available = true;
    std::optional<Readmission> readmission = {};
    std::vector<SpecialCase> regimes = {};
    std::optional<Closing> closed = {};
    AuditNumber recorded = {};

    friend bool operator==(const Dossier&, const Dossier&) = default;
};

// Days in order, no regime twice, texts within limits.
Result<void> check(const Dossier& dossier, Date today);

} // namespace phusa
