#pragma once

#include "app/audit_rounds/rounds.hpp"
#include "domain/check_fault.hpp"

#include <map>
#include <vector>

// For app/ only.
namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// How many faults a drawn dossier has, and how many of them are not confirmed as corrected.
struct FaultTally {
    int faults = 0;
    int uncorrected = 0;
};
std::map<AuditSampleId, FaultTally> tallies_of(const std::vector<CheckFault>& faults);

AuditSampleLine line_of(App& app, storage::Session& session, const AuditSample& sample, const FaultTally& tally);

} // namespace phusa
