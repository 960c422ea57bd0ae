#pragma once

#include "domain/audit_round.hpp"
#include "domain/check_fault.hpp"
#include "storage/database.hpp"

// The notes of checks, which speak of a person: sealed under that person's key, in hex, in the place of the text.
namespace phusa::storage
{

AuditSample sealed_sample(Transaction& transaction, AuditSample sample);
CheckFault sealed_fault(Transaction& transaction, CheckFault fault);
// Empty where the key was destroyed.
AuditSample opened_sample(Session& session, AuditSample sample);
CheckFault opened_fault(Session& session, CheckFault fault);

} // namespace phusa::storage
