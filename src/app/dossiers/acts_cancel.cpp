#include "app/correction.hpp"
#include "app/dossiers/acts.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/register_effects.hpp"
#include "app/dossiers/trial.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "storage/dossier_acts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

RecordedAct side_act_of(const WrongDecision& wrong, DossierId dossier)
{
    RecordedAct act;
    act.dossier = dossier;
    act.side = wrong.remedied ? SideAct::remedy : SideAct::cancellation;
    act.act.on = wrong.on;
    act.paper = wrong.paper;
    act.concerns = wrong.act;
    act.note = clean_text(wrong.reason);
    return act;
}

bool is_judged(const JudgedDossier& judged, RecordedActId id)
{
    return std::ranges::find(judged.judged.acts, id) != judged.judged.acts.end();
}

// What was made by acts that no longer count is taken from the register; what counts again is made again.
Result<void> follow(App& app, storage::Transaction& transaction, const JudgedDossier& before,
                    const JudgedDossier& after, AuditNumber by)
{
    for (auto act : before.acts) {
        bool counted = is_judged(before, act.id);
        bool counts = is_judged(after, act.id);
        if (counted == counts)
            continue;
        if (counted)
            TRY_DO(take_from_register(app, transaction, before, act, by));
        auto made = counts ? TRY(make_in_register(app, transaction, after, act, by)) : 0;
        if (made == act.made)
            continue;
        act.made = made;
        TRY_DO(storage::correct_dossier_act(transaction, act, before.person.id, by));
    }
    return {};
}

} // namespace

Result<ActRecorded> cancel_decision(App& app, const Actor& actor, const WrongDecision& wrong)
{
    TRY(reason_in(wrong.reason));
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::record_decisions));
    auto transaction = app.database().write();
    auto decision = storage::dossier_act(transaction, wrong.act);
    if (!decision)
        return problem(Problem::Kind::not_found, "Không có quyết định này trong phạm vi của anh/chị.");
    auto before = TRY(judged_behind_gate(app, transaction, gate, Right::see_dossiers, decision->dossier, app.today()));
    auto act = side_act_of(wrong, decision->dossier);
    TRY_DO(may_record(app, actor, gate, act, before.dossier.cell));
    TRY_DO(check(act, app.today()));
    if (is_judged(before, decision->id) == wrong.remedied)
        return problem(Problem::Kind::conflict,
                       wrong.remedied ? "Quyết định này không bị huỷ." : "Quyết định này đã bị huỷ.");
    act.id = storage::allocate_dossier_acts(transaction);
    auto acts = before.acts;
    acts.push_back(act);
    auto trial = try_acts(app, before, std::move(acts));
    auto by = record(app, transaction, actor,
                     {.action = wrong.remedied ? "dossier.remedy" : "dossier.cancel",
                      .subject = fmt::format("dossier:{}", decision->dossier.value),
                      .person = before.person.id,
                      .organisation = before.dossier.cell,
                      .details = {{"act", title_of(*decision)}, {"reason", act.note}}});
    TRY_DO(follow(app, transaction, before, trial.after, by));
    storage::add_dossier_act(transaction, act, before.person.id, by);
    transaction.commit();
    return ActRecorded{.id = act.id, .stage = trial.after.stage, .warnings = std::move(trial.warnings)};
}

} // namespace phusa
