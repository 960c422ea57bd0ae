#pragma once

#include "storage/recorded.hpp"

#include <string>

namespace phusa::storage
{

// The condition for what the register holds now, or held when `as_recorded` was its last audit row. Only numbers are
// written into it.
std::string recorded_condition(AsRecorded as_recorded);

} // namespace phusa::storage
