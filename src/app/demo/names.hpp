#pragma once

#include "app/demo/random.hpp"
#include "domain/codes.hpp"

#include <string>

namespace phusa::demo
{

// An invented name as people of that sex and year of birth have it; never one of the well-known names that
// regulations/demo/names.toml lists.
std::string invented_name(Random& random, Sex sex, int born_year);

} // namespace phusa::demo
