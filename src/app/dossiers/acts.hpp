#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/dossiers/sentences.hpp"
#include "base/result.hpp"
#include "domain/recorded_act.hpp"
#include "domain/stage.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace phusa
{

struct ActRecorded {
    RecordedActId id = {};
    StageOnDay stage = {};
    std::vector<FindingView> warnings = {}; // what the act brought with it and does not stop it
    bool is_past_fact = false;
};

// Records what was done. `wanted` is the act; its id, version, made and is_past_fact have no effect. `seen` is
// DossierView::revision as the asker read it; conflict where somebody recorded the same act meanwhile.
//
// The dossier is judged again within the transaction. A breach that the act would bring in stops it: Problem refused,
// `fields` names each broken rule by its key with its sentence. Only the office of the person's own deciding committee
// may record it all the same, as a past fact, by giving `past_reason`; where nothing is broken the reason is not kept.
// A failed vote is no breach: it is a fact, and what rests on it is stopped.
//
// The ceremony makes the admission of the register, the decision on recognition and a removal their events.
Result<ActRecorded> record_act(App& app, const Actor& actor, DossierId dossier, const RecordedAct& wanted,
                               std::optional<std::int64_t> seen = {});

// What record_act would say, without writing: for forms that show the findings as one types.
Result<ActRecorded> try_act(App& app, const Actor& actor, DossierId dossier, const RecordedAct& wanted);

// A correction: it was recorded wrongly. `read` is what the asker saw (act_as_read), `wanted` the same with changes to
// act_fields(). Two at once merge by field as for people. Judged as in record_act; the register follows.
Result<ActRecorded> correct_act(App& app, const Actor& actor, const RecordedAct& read, const RecordedAct& wanted,
                                std::string_view reason);
// It was never done: recorded by mistake. Refused where later acts rest on it and would be broken.
Result<void> withdraw_act(App& app, const Actor& actor, RecordedActId id, std::int64_t version,
                          std::string_view reason);
// A version that stands or stood: what a form read before it asks for a correction.
Result<RecordedAct> act_as_read(App& app, const Actor& actor, RecordedActId id, std::int64_t version);

// huỷ quyết định: a decision, on admission or recognition, or a removal was wrong. What it made in the register is
// withdrawn; with `remedied` (thừa nhận sau khi khắc phục) it stands again. By the office of the deciding committee.
struct WrongDecision {
    RecordedActId act = {};
    Date on = {};
    Paper paper = {};
    std::string reason = {};
    bool remedied = false;
};
Result<ActRecorded> cancel_decision(App& app, const Actor& actor, const WrongDecision& wrong);

} // namespace phusa
