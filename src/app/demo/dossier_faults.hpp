#pragma once

#include "app/demo/random.hpp"
#include "domain/recorded_act.hpp"

#include <vector>

namespace phusa::demo
{

// One of the faults that offices know, in a few of a hundred dossiers: a paper that is missing or came after the vote
// (the vote is then a past fact), a certificate that had expired, a decision months late, votes that failed. Whether
// and which, the stream says.
void add_fault(std::vector<RecordedAct>& acts, Random random);

} // namespace phusa::demo
