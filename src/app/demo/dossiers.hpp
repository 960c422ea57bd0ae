#pragma once

#include "app/demo/newcomer.hpp"
#include "app/demo/register.hpp"
#include "domain/dossier.hpp"
#include "domain/dossier_move.hpp"
#include "domain/recorded_act.hpp"

#include <span>
#include <vector>

namespace phusa::demo
{

// The admission dossiers of the demo province, numbered from 1: of about half of those on probation and of some just
// recognised, with acts that fit their admissions and events; and of everybody who is on the way to an admission in the
// next months. Their order of acts is right, but for the faults that offices know: late decisions, old certificates,
// papers missing or out of order (recorded as past facts), votes that failed, moves under way.
struct DossierSet {
    std::vector<Dossier> dossiers;
    std::vector<RecordedAct> acts;
    std::vector<DossierMove> moves;
};

// How far ahead of the as-of day the admissions lie whose dossiers are under way.
Date last_candidate_day(Date as_of);

// `candidates` are those not yet admitted, whose people stand in the register already.
DossierSet make_dossiers(std::uint64_t seed, const Register& made, std::span<const Newcomer> candidates, Date as_of);

} // namespace phusa::demo
