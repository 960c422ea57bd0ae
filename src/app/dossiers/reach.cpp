#include "app/dossiers/reach.hpp"

#include "app/dossiers/counting_acts.hpp"
#include "domain/party_unit.hpp"
#include "storage/account_people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool is_before_admission(const JudgedDossier& judged)
{
    return is_open(judged.stage.stage) && !is_after_admission(judged.stage.stage);
}

bool is_on_probation(const JudgedDossier& judged)
{
    return is_open(judged.stage.stage) && is_after_admission(judged.stage.stage);
}

bool is_awaited(const JudgedDossier& judged, ActKind act, Matter about)
{
    return std::ranges::any_of(judged.verdict.next,
                               [&](const NextAct& next) { return next.act == act && next.about == about; });
}

bool is_helper(const JudgedDossier& judged, PersonId person)
{
    if (!is_open(judged.stage.stage))
        return false;
    auto helpers = acts_that_count(judged, ActKind::helper);
    if (!helpers.empty())
        return helpers.back()->who == person;
    auto introduced = acts_that_count(judged, ActKind::introduction);
    return is_before_admission(judged) && std::ranges::any_of(introduced, [&](const RecordedAct* act) {
               return act->act.by == Introducer::member && act->who == person;
           });
}

bool awaits_certificate(const JudgedDossier& judged, CertificateKind kind)
{
    return kind == CertificateKind::awareness
               ? is_before_admission(judged) && is_awaited(judged, ActKind::certificate, Matter::admission)
               : is_on_probation(judged) && is_awaited(judged, ActKind::certificate, Matter::recognition);
}

bool awaits_introduction(const JudgedDossier& judged, Introducer by)
{
    bool is_asked =
        by == Introducer::youth_union ? judged.dossier.youth_union_available : !judged.dossier.youth_union_available;
    auto introduced = acts_that_count(judged, ActKind::introduction);
    bool is_there = std::ranges::any_of(introduced, [by](const RecordedAct* act) { return act->act.by == by; });
    return is_asked && !is_there && is_before_admission(judged) &&
           is_awaited(judged, ActKind::introduction, Matter::admission);
}

const Organisation* beside_unit(const OrganisationTree& tree, OrganisationId id)
{
    auto found = std::ranges::find(tree.beside(), id, &Organisation::id);
    return found == tree.beside().end() ? nullptr : &*found;
}

// Whether one of the grants has that role and reaches the cell; of `kind`, where the unit has to be of one.
bool has_role(const Relations& relations, const OrganisationTree& tree, OrganisationId cell, Role role,
              std::optional<OrganisationKind> kind = {})
{
    return std::ranges::any_of(relations.grants, [&](const RoleGrant& grant) {
        const auto* unit = beside_unit(tree, grant.organisation);
        if (grant.role != role || (kind && (!unit || unit->kind != *kind)))
            return false;
        return tree.is_within(cell, unit ? party_unit_of(*unit) : grant.organisation);
    });
}

bool works_by_relation(Role role)
{
    return role == Role::helper || role == Role::school || role == Role::mass_organisation;
}

RecordedAct blank(ActKind kind)
{
    RecordedAct act;
    act.act.kind = kind;
    return act;
}

} // namespace

Relations relations_of(App& app, storage::Session& session, const Actor& actor)
{
    Relations relations;
    for (const auto& grant : actor.grants)
        if (works_by_relation(grant.role) && grant.valid.covers(app.today()))
            relations.grants.push_back(grant);
    if (actor.account && !relations.grants.empty())
        relations.person = storage::person_of_account(session, *actor.account);
    return relations;
}

Reach reach_of(const Relations& relations, const Gate& gate, const JudgedDossier& judged)
{
    auto cell = judged.dossier.cell;
    const auto& tree = gate.tree();
    Reach reach{.whole = gate.pass(Right::see_dossiers, cell).has_value()};
    if (relations.grants.empty() || judged.dossier.closed || !tree.find(cell))
        return reach;
    reach.as_helper =
        relations.person && has_role(relations, tree, cell, Role::helper) && is_helper(judged, *relations.person);
    if (reach.as_helper)
        reach.helper = relations.person;
    reach.as_school =
        has_role(relations, tree, cell, Role::school) && (awaits_certificate(judged, CertificateKind::awareness) ||
                                                          awaits_certificate(judged, CertificateKind::new_member));
    reach.as_youth_union = has_role(relations, tree, cell, Role::mass_organisation, OrganisationKind::youth_union) &&
                           awaits_introduction(judged, Introducer::youth_union);
    reach.as_trade_union = has_role(relations, tree, cell, Role::mass_organisation, OrganisationKind::trade_union) &&
                           awaits_introduction(judged, Introducer::trade_union);
    return reach;
}

bool records_by_relation(const Reach& reach, const JudgedDossier& judged, const RecordedAct& act)
{
    if (act.side)
        return false;
    switch (act.act.kind) {
    case ActKind::helper_remarks:
        return reach.as_helper;
    case ActKind::certificate:
        return reach.as_school && awaits_certificate(judged, act.act.certificate);
    case ActKind::introduction:
        return (reach.as_youth_union && act.act.by == Introducer::youth_union) ||
               (reach.as_trade_union && act.act.by == Introducer::trade_union);
    default:
        return false;
    }
}

std::vector<RecordedAct> acts_by_relation(const Reach& reach, const JudgedDossier& judged)
{
    std::vector<RecordedAct> candidates{blank(ActKind::helper_remarks)};
    for (auto kind : {CertificateKind::awareness, CertificateKind::new_member})
        candidates.emplace_back(blank(ActKind::certificate)).act.certificate = kind;
    for (auto by : {Introducer::youth_union, Introducer::trade_union})
        candidates.emplace_back(blank(ActKind::introduction)).act.by = by;
    std::erase_if(candidates, [&](const RecordedAct& act) { return !records_by_relation(reach, judged, act); });
    return candidates;
}

} // namespace phusa
