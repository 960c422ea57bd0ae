#include "app/dossiers/dossier_gate.hpp"

#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> not_here()
{
    return problem(Problem::Kind::not_found, "Không có hồ sơ này trong phạm vi của anh/chị.");
}

} // namespace

Result<SeenDossier> dossier_behind_gate(storage::Session& session, const Gate& gate, Right right, DossierId id)
{
    TRY_DO(gate.pass_anywhere(right));
    auto dossier = storage::dossier(session, id);
    if (!dossier)
        return not_here();
    if (auto passed = gate.pass(right, dossier->cell); !passed) {
        bool is_seen = gate.pass(Right::see_dossiers, dossier->cell).has_value();
        return is_seen ? std::unexpected(passed.error()) : not_here();
    }
    auto person = storage::person(session, dossier->person);
    if (!person)
        return not_here();
    return SeenDossier{.dossier = std::move(*dossier), .person = std::move(*person)};
}

Result<JudgedDossier> judged_behind_gate(App& app, storage::Session& session, const Gate& gate, Right right,
                                         DossierId id, Date as_of)
{
    auto seen = TRY(dossier_behind_gate(session, gate, right, id));
    auto acts = storage::dossier_acts_of(session, id);
    return judge_dossier(app, std::move(seen.dossier), std::move(seen.person), std::move(acts), as_of);
}

Result<ReachedDossier> reached_behind_gate(App& app, storage::Session& session, const Actor& actor, const Gate& gate,
                                           DossierId id, Date as_of)
{
    if (!gate.has(Right::record_remarks))
        TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto dossier = storage::dossier(session, id);
    auto person = dossier ? storage::person(session, dossier->person) : std::nullopt;
    if (!person)
        return not_here();
    auto acts = storage::dossier_acts_of(session, id);
    auto judged = judge_dossier(app, *std::move(dossier), *std::move(person), std::move(acts), as_of);
    auto reach = reach_of(relations_of(app, session, actor), gate, judged);
    if (!reach.any())
        return not_here();
    return ReachedDossier{.judged = std::move(judged), .reach = reach};
}

std::int64_t revision_of(const JudgedDossier& judged)
{
    auto revision = judged.dossier.version;
    for (const auto& act : judged.acts)
        revision = std::max(revision, act.recorded.value);
    return std::max(revision, judged.dossier.recorded.value);
}

} // namespace phusa
