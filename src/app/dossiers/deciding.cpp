#include "app/dossiers/deciding.hpp"

#include "app/dossiers/handling.hpp"
#include "domain/act_rights.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

bool decides_for(App& app, const Actor& actor, const Gate& gate, OrganisationId cell)
{
    if (actor.is_program())
        return true;
    auto deciding = handling_of(gate.tree(), cell).deciding.id;
    return std::ranges::any_of(actor.grants, [&](const RoleGrant& grant) {
        return grant.organisation == deciding && grant.valid.covers(app.today()) &&
               gives(grant.role, Right::record_decisions);
    });
}

Result<void> may_record(App& app, const Actor& actor, const Gate& gate, const RecordedAct& act, OrganisationId cell)
{
    auto right = right_to_record(act);
    TRY_DO(gate.pass(right, cell));
    if (right == Right::record_decisions && !decides_for(app, actor, gate, cell))
        return problem(Problem::Kind::refused,
                       fmt::format("Việc này thuộc {}, là cấp có thẩm quyền quyết định đối với người này.",
                                   handling_of(gate.tree(), cell).deciding.name));
    return {};
}

Result<void> may_record(App& app, const Actor& actor, const Gate& gate, const Reach& reach, const RecordedAct& act,
                        const JudgedDossier& judged)
{
    if (records_by_relation(reach, judged, act))
        return {};
    return may_record(app, actor, gate, act, judged.dossier.cell);
}

} // namespace phusa
