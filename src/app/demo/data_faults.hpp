#pragma once

#include "app/demo/register.hpp"

#include <cstdint>

namespace phusa::demo
{

// Faults as offices know them, so that the pages of data quality have something to show: about one member in a hundred
// with something missing or implausible, and 40 people who are there twice.
//
// Only among members admitted outside the article's period and not lately: neither the article's numbers nor a dossier
// changes. Those who are there twice came from elsewhere by their second record, so that no admission is counted twice.
void plant_data_faults(std::uint64_t seed, Date as_of, Register& made);

} // namespace phusa::demo
