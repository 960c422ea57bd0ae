#include "storage/audit_note_sealing.hpp"

#include "base/sealing.hpp"
#include "storage/person_keys.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

std::string context_of(const AuditSample& sample) { return fmt::format("audit_sample:{}", sample.id.value); }
std::string context_of(const CheckFault& fault) { return fmt::format("check_fault:{}", fault.id.value); }
std::string done_context_of(const CheckFault& fault) { return fmt::format("check_fault_done:{}", fault.id.value); }

std::string sealed(Transaction& transaction, PersonId person, const std::string& note, const std::string& context)
{
    return note.empty() ? std::string() : to_hex(seal_for_person(transaction, person, note, context));
}

std::string opened(Session& session, PersonId person, const std::string& hex, const std::string& context)
{
    auto bytes = hex.empty() ? std::nullopt : from_hex(hex);
    return bytes ? open_for_person(session, person, *bytes, context).value_or(std::string()) : std::string();
}

} // namespace

AuditSample sealed_sample(Transaction& transaction, AuditSample sample)
{
    sample.note = sealed(transaction, sample.person, sample.note, context_of(sample));
    return sample;
}

CheckFault sealed_fault(Transaction& transaction, CheckFault fault)
{
    fault.note = sealed(transaction, fault.person, fault.note, context_of(fault));
    fault.done_note = sealed(transaction, fault.person, fault.done_note, done_context_of(fault));
    return fault;
}

AuditSample opened_sample(Session& session, AuditSample sample)
{
    sample.note = opened(session, sample.person, sample.note, context_of(sample));
    return sample;
}

CheckFault opened_fault(Session& session, CheckFault fault)
{
    fault.note = opened(session, fault.person, fault.note, context_of(fault));
    fault.done_note = opened(session, fault.person, fault.done_note, done_context_of(fault));
    return fault;
}

} // namespace phusa::storage
