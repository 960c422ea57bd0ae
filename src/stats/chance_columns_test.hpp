#pragma once

#include "stats/columns.hpp"

#include <cstdint>
#include <random>

namespace phusa::stats
{

// Sorted rows of chance: positions below 500, days from 1998-07 to 2009-06, ages of which every ninth is unknown, and
// codes of two dimensions, of which some are no value.
Columns chance_columns(std::uint32_t rows, std::mt19937& random);

} // namespace phusa::stats
