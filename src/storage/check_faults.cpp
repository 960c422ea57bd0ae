#include "storage/check_faults.hpp"

#include "storage/audit_note_sealing.hpp"
#include "storage/audit_round_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

std::vector<CheckFault> check_faults_of(Session& session, AuditSampleId sample)
{
    auto faults = facts_where<CheckFault>(session, "v.sample_id = ? AND v.replaced_in IS NULL ORDER BY v.id", sample);
    for (auto& fault : faults)
        fault = opened_fault(session, std::move(fault));
    return faults;
}

std::vector<CheckFault> check_faults(Session& session)
{
    auto faults = facts_where<CheckFault>(session, "v.replaced_in IS NULL ORDER BY v.round_id, v.id");
    for (auto& fault : faults) {
        fault.note.clear();
        fault.done_note.clear();
    }
    return faults;
}

std::optional<CheckFault> check_fault(Session& session, CheckFaultId id)
{
    auto found = fact_where<CheckFault>(session, "v.id = ? AND v.replaced_in IS NULL", id);
    return found ? std::optional(opened_fault(session, *std::move(found))) : std::nullopt;
}

std::vector<Recorded<CheckFault>> check_fault_history(Session& session, CheckFaultId id)
{
    auto history = history_where<CheckFault>(session, "v.id = ? ORDER BY v.version", id);
    for (auto& each : history)
        each.fact = opened_fault(session, std::move(each.fact));
    return history;
}

CheckFaultId add_check_fault(Transaction& transaction, const CheckFault& fault, AuditNumber by)
{
    auto added = fault;
    added.id = CheckFaultId(take_numbers(transaction, "check_fault"));
    insert_version(transaction, sealed_fault(transaction, added), by);
    return added.id;
}

Result<void> correct_check_fault(Transaction& transaction, const CheckFault& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, sealed_fault(transaction, corrected), by));
    return {};
}

Result<void> withdraw_check_fault(Transaction& transaction, const CheckFault& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, read, by));
    return {};
}

} // namespace phusa::storage
