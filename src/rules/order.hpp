#pragma once

#include "rules/judging.hpp"

namespace phusa
{

// No act before one that it rests on, and none whose ground is absent: votes, decisions, ceremony, and what follows it.
// The order of papers before a vote is judged with the papers (grounds.hpp, introductions.hpp).
void judge_order(Judging& judging);

} // namespace phusa
