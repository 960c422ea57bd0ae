#pragma once

#include "base/result.hpp"

#include <string>

namespace phusa
{

// The bytes of a FILE argument; "-" is standard input.
Result<std::string> read_input(const std::string& path);

} // namespace phusa
