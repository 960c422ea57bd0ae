#pragma once

#include "app/people.hpp"

#include <vector>

// app/ only.
namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// What was corrected or taken back of a person's admissions and events, newest first.
std::vector<PastFact> past_facts_of(storage::Session& session, PersonId person);

} // namespace phusa
