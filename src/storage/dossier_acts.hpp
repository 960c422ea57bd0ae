#pragma once

#include "base/result.hpp"
#include "domain/membership.hpp"
#include "domain/recorded_act.hpp"
#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// Those that stand, by day, with what is sealed.
std::vector<RecordedAct> dossier_acts_of(Session& session, DossierId dossier);
std::optional<RecordedAct> dossier_act(Session& session, RecordedActId id);
// Every version ever recorded of every act of a dossier, by act, then as recorded; those withdrawn too.
std::vector<Recorded<RecordedAct>> dossier_act_history(Session& session, DossierId dossier);
// All that stand, as they were recorded, without what is sealed: names, letters, rolls, notes, reasons.
std::vector<RecordedAct> all_dossier_acts(Session& session);
// Of those only the ones of that dossier.
std::vector<RecordedAct> listed_dossier_acts_of(Session& session, DossierId dossier);

// The dossier whose act made this admission or event of the register.
std::optional<DossierId> dossier_that_made(Session& session, AdmissionId made);
std::optional<DossierId> dossier_that_made(Session& session, MembershipEventId made);

RecordedActId allocate_dossier_acts(Transaction& transaction, std::int64_t count = 1);
// Takes act.id, or a new number where it is 0. `person` is whom the dossier is about: what is personal is sealed under
// their key.
RecordedActId add_dossier_act(Transaction& transaction, const RecordedAct& act, PersonId person, AuditNumber by);
// Many at once, with ids; unchecked.
struct ActOfPerson {
    RecordedAct act;
    PersonId person; // whom its dossier is about
};
void add_dossier_acts(Transaction& transaction, std::span<const ActOfPerson> acts, AuditNumber by);
// `version` is the one that was read; conflict when it no longer stands.
Result<void> correct_dossier_act(Transaction& transaction, const RecordedAct& corrected, PersonId person,
                                 AuditNumber by);
Result<void> withdraw_dossier_act(Transaction& transaction, const RecordedAct& read, AuditNumber by);
// Unchecked, quick, with ids, without what is sealed: for the demo.
void insert_dossier_acts(Transaction& transaction, std::span<const RecordedAct> acts, AuditNumber by);

} // namespace phusa::storage
