#pragma once

#include "rules/judging.hpp"

namespace phusa
{

// The count of votes (rules.md §4.1 and §4.2): base, majority, arithmetic, rounds.

// Enough in favour: of a cell, of its official members less the excluded; of a committee that decides, of its members.
// A committee that proposes has no majority to reach. Where the rulebook knows none, every vote passes.
bool has_passed(const Act& vote, const Rulebook& book);
bool has_passed(const PlacedAct* vote, const Rulebooks& books); // absent: has not

// A vote of the matter that counts has failed: the cell's, or that of the committee that decides.
bool has_failed(const MatterActs& acts, const Rulebooks& books);

// cell.size, vote.majority, vote.arithmetic of one vote.
RuleSet unmet_by_vote(const Act& vote, const Rulebook& book);

// The votes that count, of all three matters, and the rounds.
void judge_votes(Judging& judging);

} // namespace phusa
