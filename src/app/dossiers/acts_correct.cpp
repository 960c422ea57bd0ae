#include "app/correction.hpp"
#include "app/dossiers/acts.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/fields.hpp"
#include "app/dossiers/register_effects.hpp"
#include "app/dossiers/special_cases.hpp"
#include "app/dossiers/trial.hpp"
#include "app/recording.hpp"
#include "storage/dossier_acts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> no_such_act()
{
    return problem(Problem::Kind::not_found, "Không có việc này trong phạm vi của anh/chị.");
}

// An act with the dossier that it stands in.
struct SeenAct {
    RecordedAct act;
    JudgedDossier judged;
};

Result<SeenAct> act_behind_gate(App& app, storage::Session& session, const Gate& gate, RecordedActId id)
{
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto act = storage::dossier_act(session, id);
    if (!act)
        return no_such_act();
    auto judged = judged_behind_gate(app, session, gate, Right::see_dossiers, act->dossier, app.today());
    if (!judged)
        return no_such_act();
    return SeenAct{.act = std::move(*act), .judged = std::move(*judged)};
}

std::vector<RecordedAct> with(std::vector<RecordedAct> acts, const RecordedAct& changed)
{
    std::ranges::replace_if(acts, [&](const RecordedAct& act) { return act.id == changed.id; }, changed);
    return acts;
}

std::vector<RecordedAct> without(std::vector<RecordedAct> acts, RecordedActId id)
{
    std::erase_if(acts, [&](const RecordedAct& act) { return act.id == id; });
    return acts;
}

Change change_of(std::string action, const SeenAct& seen, std::vector<std::pair<std::string, std::string>> details)
{
    return {.action = std::move(action),
            .subject = fmt::format("dossier:{}", seen.act.dossier.value),
            .person = seen.judged.person.id,
            .organisation = seen.judged.dossier.cell,
            .details = std::move(details)};
}

} // namespace

Result<ActRecorded> correct_act(App& app, const Actor& actor, const RecordedAct& read, const RecordedAct& wanted,
                                std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(act_behind_gate(app, transaction, gate, wanted.id));
    TRY_DO(may_record(app, actor, gate, seen.act, seen.judged.dossier.cell));
    auto corrected = TRY(merged(act_fields(), read, wanted, seen.act));
    auto changes = changes_between(act_fields(), seen.act, corrected);
    if (changes.empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    TRY_DO(check(corrected, app.today()));
    auto trial = try_acts(app, seen.judged, with(seen.judged.acts, corrected));
    if (!trial.blocks.empty() && !seen.act.is_past_fact)
        return std::unexpected(refusal_of(trial.blocks));
    auto lacking = lacking_for(seen.judged.dossier, corrected);
    if (lacking.size() > lacking_for(seen.judged.dossier, seen.act).size() && !seen.act.is_past_fact)
        return std::unexpected(refusal_of(lacking));
    changes.insert(changes.begin(), {"reason", why});
    changes.insert(changes.begin(), {"act", title_of(seen.act)});
    auto by = record(app, transaction, actor, change_of("dossier.correct_act", seen, std::move(changes)));
    TRY_DO(take_from_register(app, transaction, seen.judged, seen.act, by));
    corrected.made = TRY(make_in_register(app, transaction, trial.after, corrected, by));
    TRY_DO(storage::correct_dossier_act(transaction, corrected, seen.judged.person.id, by));
    transaction.commit();
    return ActRecorded{.id = corrected.id,
                       .stage = trial.after.stage,
                       .warnings = std::move(trial.warnings),
                       .is_past_fact = corrected.is_past_fact};
}

Result<void> withdraw_act(App& app, const Actor& actor, RecordedActId id, std::int64_t version, std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(act_behind_gate(app, transaction, gate, id));
    TRY_DO(may_record(app, actor, gate, seen.act, seen.judged.dossier.cell));
    if (seen.act.version != version)
        return problem(Problem::Kind::conflict, "Người khác vừa sửa việc này. Hãy tải lại trang rồi làm tiếp.");
    auto trial = try_acts(app, seen.judged, without(seen.judged.acts, id));
    if (!trial.blocks.empty())
        return std::unexpected(refusal_of(trial.blocks));
    auto by = record(app, transaction, actor,
                     change_of("dossier.withdraw_act", seen, {{"act", title_of(seen.act)}, {"reason", why}}));
    TRY_DO(take_from_register(app, transaction, seen.judged, seen.act, by));
    TRY_DO(storage::withdraw_dossier_act(transaction, seen.act, by));
    transaction.commit();
    return {};
}

Result<RecordedAct> act_as_read(App& app, const Actor& actor, RecordedActId id, std::int64_t version)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto seen = TRY(act_behind_gate(app, session, gate, id));
    if (seen.act.version == version)
        return seen.act;
    auto history = storage::dossier_act_history(session, seen.act.dossier);
    auto found = std::ranges::find_if(
        history, [&](const auto& each) { return each.fact.id == id && each.fact.version == version; });
    if (found == history.end())
        return problem(Problem::Kind::conflict, "Trang này đã cũ; hãy tải lại trang rồi sửa tiếp.");
    return found->fact;
}

} // namespace phusa
