#include "app/dossiers/acts.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/dossiers/register_effects.hpp"
#include "app/dossiers/special_cases.hpp"
#include "app/dossiers/trial.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/dossier_acts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace phusa
{

namespace
{

// What somebody typed, with nothing that is not theirs to say.
RecordedAct cleaned(const RecordedAct& wanted, DossierId dossier)
{
    auto act = wanted;
    act.id = {};
    act.version = 0;
    act.dossier = dossier;
    act.is_past_fact = false;
    act.made = 0;
    act.recorded = {};
    for (auto* text : {&act.paper.number, &act.paper.issuer, &act.who_name, &act.note, &act.past_reason})
        *text = clean_text(*text);
    return act;
}

// A helper's remarks are their own, whatever was typed.
void sign(RecordedAct& act, const Reach& reach)
{
    if (act.side || act.act.kind != ActKind::helper_remarks || !reach.as_helper)
        return;
    act.who = reach.helper;
    act.who_name.clear();
}

bool is_same_deed(const RecordedAct& a, const RecordedAct& b)
{
    return a.side == b.side && a.act.kind == b.act.kind && a.act.about == b.act.about &&
           a.act.certificate == b.act.certificate && a.act.by == b.act.by && a.who == b.who && a.who_name == b.who_name;
}

// Somebody recorded the same since the asker read the dossier.
Result<void> check_meanwhile(const JudgedDossier& now, const RecordedAct& wanted, std::optional<std::int64_t> seen)
{
    bool is_there = std::ranges::any_of(now.acts, [&](const RecordedAct& act) {
        return seen && act.recorded.value > *seen && is_same_deed(act, wanted);
    });
    if (is_there)
        return problem(Problem::Kind::conflict,
                       "Người khác vừa ghi việc này. Hãy tải lại hồ sơ để xem, rồi sửa bản đã ghi nếu cần.");
    return {};
}

Result<Trial> tried(App& app, const JudgedDossier& before, const RecordedAct& act)
{
    TRY_DO(check(act, app.today()));
    if (before.dossier.closed)
        return problem(Problem::Kind::conflict, "Hồ sơ đã đóng; hãy mở lại trước khi ghi tiếp.");
    auto acts = before.acts;
    acts.push_back(act);
    auto trial = try_acts(app, before, std::move(acts));
    block_on_failed_vote(app, trial, act);
    return trial;
}

// Every rule that the act would break, and every paper that a special regime still asks for before it.
std::optional<Problem> refusal_of(const Trial& trial, const RecordedAct& act)
{
    auto lacking = lacking_for(trial.after.dossier, act);
    if (trial.blocks.empty() && lacking.empty())
        return std::nullopt;
    if (lacking.empty())
        return refusal_of(trial.blocks);
    auto refused = refusal_of(lacking);
    if (trial.blocks.empty())
        return refused;
    auto by_rules = refusal_of(trial.blocks);
    std::ranges::copy(refused.fields, std::back_inserter(by_rules.fields));
    return by_rules;
}

// With a reason, and by the right office, what is against a block is recorded as a past fact; else refused.
Result<void> settle_blocks(RecordedAct& act, const Trial& trial, bool may_record_past)
{
    auto refused = refusal_of(trial, act);
    if (!refused) {
        act.past_reason.clear();
        return {};
    }
    if (act.past_reason.empty())
        return std::unexpected(*refused);
    if (!may_record_past)
        return problem(Problem::Kind::refused, "Chỉ cơ quan của cấp có thẩm quyền quyết định mới được ghi việc đã làm "
                                               "trước đây trái với quy định.");
    if (code_points(act.past_reason) < limit::reason_length_min)
        return invalid("past_reason", "Hãy ghi rõ vì sao việc này vẫn được ghi vào hồ sơ.");
    act.is_past_fact = true;
    return {};
}

std::vector<std::pair<std::string, std::string>> details_of(const RecordedAct& act)
{
    std::vector<std::pair<std::string, std::string>> details{{"act", title_of(act)}, {"on", act.act.on.iso()}};
    if (act.is_past_fact)
        details.emplace_back("reason", act.past_reason);
    return details;
}

} // namespace

Result<ActRecorded> record_act(App& app, const Actor& actor, DossierId dossier, const RecordedAct& wanted,
                               std::optional<std::int64_t> seen)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto reached = TRY(reached_behind_gate(app, transaction, actor, gate, dossier, app.today()));
    auto& before = reached.judged;
    auto act = cleaned(wanted, dossier);
    TRY_DO(may_record(app, actor, gate, reached.reach, act, before));
    sign(act, reached.reach);
    TRY_DO(check_meanwhile(before, act, seen));
    act.id = storage::allocate_dossier_acts(transaction);
    auto trial = TRY(tried(app, before, act));
    TRY_DO(settle_blocks(act, trial, decides_for(app, actor, gate, before.dossier.cell)));
    auto by = record(app, transaction, actor,
                     {.action = act.is_past_fact ? "dossier.past_fact" : "dossier.act",
                      .subject = fmt::format("dossier:{}", dossier.value),
                      .person = before.person.id,
                      .organisation = before.dossier.cell,
                      .details = details_of(act)});
    act.made = TRY(make_in_register(app, transaction, trial.after, act, by));
    storage::add_dossier_act(transaction, act, before.person.id, by);
    transaction.commit();
    return ActRecorded{.id = act.id,
                       .stage = trial.after.stage,
                       .warnings = std::move(trial.warnings),
                       .is_past_fact = act.is_past_fact};
}

Result<ActRecorded> try_act(App& app, const Actor& actor, DossierId dossier, const RecordedAct& wanted)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto reached = TRY(reached_behind_gate(app, session, actor, gate, dossier, app.today()));
    auto& before = reached.judged;
    auto act = cleaned(wanted, dossier);
    TRY_DO(may_record(app, actor, gate, reached.reach, act, before));
    sign(act, reached.reach);
    act.id = RecordedActId(std::numeric_limits<std::int64_t>::max());
    auto trial = TRY(tried(app, before, act));
    TRY_DO(settle_blocks(act, trial, decides_for(app, actor, gate, before.dossier.cell)));
    return ActRecorded{
        .id = {}, .stage = trial.after.stage, .warnings = std::move(trial.warnings), .is_past_fact = act.is_past_fact};
}

} // namespace phusa
