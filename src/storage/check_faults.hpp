#pragma once

#include "base/result.hpp"
#include "domain/check_fault.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>
#include <vector>

namespace phusa::storage
{

// Those that stand, by number, with their notes.
std::vector<CheckFault> check_faults_of(Session& session, AuditSampleId sample);
// All that stand, by round, then by number; without notes, which are sealed.
std::vector<CheckFault> check_faults(Session& session);
std::optional<CheckFault> check_fault(Session& session, CheckFaultId id);
// Every version, as recorded.
std::vector<Recorded<CheckFault>> check_fault_history(Session& session, CheckFaultId id);

// Takes a new number.
CheckFaultId add_check_fault(Transaction& transaction, const CheckFault& fault, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_check_fault(Transaction& transaction, const CheckFault& corrected, AuditNumber by);
Result<void> withdraw_check_fault(Transaction& transaction, const CheckFault& read, AuditNumber by);

} // namespace phusa::storage
