#pragma once

#include "base/result.hpp"
#include "domain/audit_round.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// Those that stand, the newest first.
std::vector<AuditRound> audit_rounds(Session& session);
std::optional<AuditRound> audit_round(Session& session, AuditRoundId id);
// Takes a new number.
AuditRoundId add_audit_round(Transaction& transaction, const AuditRound& round, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_audit_round(Transaction& transaction, const AuditRound& corrected, AuditNumber by);

// What could be drawn, by dossier.
std::vector<AuditLot> audit_lots(Session& session, AuditRoundId round);
void add_audit_lots(Transaction& transaction, AuditRoundId round, std::span<const AuditLot> lots, AuditNumber by);

// What was drawn, by number; in lists without the note, which is sealed.
std::vector<AuditSample> audit_samples_of(Session& session, AuditRoundId round);
// Of all rounds that are open.
std::vector<AuditSample> open_audit_samples(Session& session);
std::optional<AuditSample> audit_sample(Session& session, AuditSampleId id);
std::vector<Recorded<AuditSample>> audit_sample_history(Session& session, AuditSampleId id);
// Takes a new number.
AuditSampleId add_audit_sample(Transaction& transaction, const AuditSample& sample, AuditNumber by);
Result<void> correct_audit_sample(Transaction& transaction, const AuditSample& corrected, AuditNumber by);

} // namespace phusa::storage
