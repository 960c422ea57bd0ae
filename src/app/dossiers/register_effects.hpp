#pragma once

#include "app/app.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "base/result.hpp"
#include "domain/recorded_act.hpp"

namespace phusa
{

namespace storage
{
class Transaction;
} // namespace storage

// What an act makes in the register: the ceremony an admission, a decision on recognition and a removal an event of the
// membership. 0 where it makes nothing. The person's standing follows.
//
// `judged` is the dossier with the act in it.
Result<std::int64_t> make_in_register(App& app, storage::Transaction& transaction, const JudgedDossier& judged,
                                      const RecordedAct& act, AuditNumber by);

// Takes it back: what `act.made` names. For an act that was corrected, make it again afterwards.
Result<void> take_from_register(App& app, storage::Transaction& transaction, const JudgedDossier& judged,
                                const RecordedAct& act, AuditNumber by);

} // namespace phusa
