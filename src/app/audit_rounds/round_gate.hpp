#pragma once

#include "app/gate.hpp"
#include "domain/audit_round.hpp"
#include "domain/check_fault.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"

// Who reaches what of a round. For app/ only.
//
// A round belongs to whoever may see the dossiers of its unit. A drawn dossier is also reached by the cell that was
// assigned to check it, for as long as the round is open and no longer; a fault also by the cell that has to correct
// it. What is outside is answered as if it did not exist.
namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// Right::see_dossiers to look, Right::record_committee_acts to lead.
Result<AuditRound> round_behind_gate(storage::Session& session, const Gate& gate, Right right, AuditRoundId id);

struct SeenSample {
    AuditRound round;
    AuditSample sample;
    Dossier dossier;
    Person person;
    bool leads = false;  // Right::record_committee_acts on the unit of the round
    bool checks = false; // may write down what was found: for the assigned cell, while the round is open
};
Result<SeenSample> sample_behind_gate(storage::Session& session, const Gate& gate, AuditSampleId id);

struct SeenFault {
    SeenSample of;
    CheckFault fault;
    bool corrects = false; // Right::record_cell_acts on the dossier's cell
};
Result<SeenFault> fault_behind_gate(storage::Session& session, const Gate& gate, CheckFaultId id);

// Four eyes: whoever wrote down that a fault was corrected does not confirm it. Of a fault that is done.
bool was_done_by(storage::Session& session, const CheckFault& fault, const Actor& actor);

// Whether the asker checks a drawn dossier of this round by relation.
bool is_checker(const Gate& gate, const AuditRound& round, const AuditSample& sample);

} // namespace phusa
