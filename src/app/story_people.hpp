#pragma once

#include "app/people.hpp"
#include "stats/indicator.hpp"

#include <optional>

namespace phusa
{

// The people behind an indicator, among those whom `admitted` asks for: days, unit and structure of their admission.
// Absent where the indicator asks for something that a list of people cannot be asked for.
std::optional<PeopleQuestion> people_behind(const stats::Indicator& indicator, PeopleQuestion admitted);

} // namespace phusa
