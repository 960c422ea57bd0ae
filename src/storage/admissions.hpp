#pragma once

#include "base/result.hpp"
#include "domain/membership.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// By day.
std::vector<Admission> admissions_of(Session& session, PersonId person);
std::optional<Admission> admission(Session& session, AdmissionId id);
std::vector<Recorded<Admission>> admission_history(Session& session, AdmissionId id);
// Every version of all of one person, by the admission, then as recorded; those withdrawn too.
std::vector<Recorded<Admission>> admission_history(Session& session, PersonId person);

AdmissionId allocate_admissions(Transaction& transaction, std::int64_t count = 1);
// Takes admission.id, or a new number where it is 0.
AdmissionId add_admission(Transaction& transaction, const Admission& admission, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_admission(Transaction& transaction, const Admission& corrected, AuditNumber by);
Result<void> withdraw_admission(Transaction& transaction, const Admission& read, AuditNumber by);
// Unchecked, quick: for the demo and imports. With ids.
void insert_admissions(Transaction& transaction, std::span<const Admission> admissions, AuditNumber by);

// person_admitted follows from the admissions that stand: after writing these.
void renew_admitted(Transaction& transaction, std::span<const Admission> admissions);

// All admissions as columns for counting; element i of each belongs to one admission. Sorted by day, then id.
struct AdmissionColumns {
    std::vector<std::int64_t> id;
    std::vector<std::int64_t> person;
    std::vector<std::int64_t> cell;
    std::vector<std::int32_t> counted_on; // Date::days_since_1900
    std::vector<std::int32_t> born_month; // year * 12 + month - 1 of the first day it can mean
    std::vector<std::uint8_t> sex;
    std::vector<std::uint8_t> ethnicity;
    std::vector<std::uint8_t> religion;
    std::vector<std::uint8_t> occupation;
    std::vector<std::uint8_t> general_education;
    std::vector<std::uint8_t> qualification;
    std::vector<std::uint8_t> academic_title;
    std::vector<std::uint8_t> youth_union_member; // 0 or 1, as the next four
    std::vector<std::uint8_t> private_owner;
    std::vector<std::uint8_t> population_policy;
    std::vector<std::uint8_t> foreign_marriage;
    std::vector<std::uint8_t> readmission;

    std::size_t size() const { return id.size(); }
};
AdmissionColumns admission_columns(Session& session, AsRecorded as_recorded = {});

} // namespace phusa::storage
