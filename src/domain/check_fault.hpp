#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/audit_round.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using CheckFaultId = Id<struct CheckFault>;

enum class FaultSeverity : std::uint8_t { light = 1, ordinary, grave };
std::string_view key_of(FaultSeverity severity);
std::string_view title_of(FaultSeverity severity);
std::optional<FaultSeverity> fault_severity(std::string_view key);
std::vector<FaultSeverity> all_fault_severities();

// One kind of fault of the check sheet, from regulations/audit_faults.toml.
struct CheckFaultKind {
    std::string key;   // stays what it is once it was used: "thieu_giay"
    std::string title; // "Thiếu giấy tờ"
    std::string look;  // what the checker looks at
    FaultSeverity severity = FaultSeverity::ordinary;
};

// How far the correction of a fault is.
enum class CorrectionState : std::uint8_t { open = 1, done, confirmed };
std::string_view key_of(CorrectionState state);
std::string_view title_of(CorrectionState state);
std::optional<CorrectionState> correction_state(std::string_view key);

// A fault that was found in a drawn dossier, and its correction by the dossier's cell. One version of it.
//
// It is open, then done by the cell with what was done, then confirmed; sent back, it is open again with the day and
// the words of the last attempt gone. `note` and `done_note` speak of a person and are sealed.
struct CheckFault {
    CheckFaultId id = {};
    std::int64_t version = 0;
    AuditSampleId sample = {};
    AuditRoundId round = {};
    DossierId dossier = {};
    PersonId person = {}; // under whose key the notes lie
    std::string kind = {};
    FaultSeverity severity = FaultSeverity::ordinary;
    std::string note = {};
    Date due = {};
    std::optional<Date> done = {};
    std::string done_note = {};
    std::optional<Date> confirmed = {};
    AuditNumber recorded = {};

    CorrectionState state() const
    {
        return confirmed ? CorrectionState::confirmed : done ? CorrectionState::done : CorrectionState::open;
    }
    friend bool operator==(const CheckFault&, const CheckFault&) = default;
};
// Days in order, texts within limits.
Result<void> check(const CheckFault& fault, Date today);

} // namespace phusa
