#pragma once

#include <string_view>

namespace phusa
{

// The same as in CMakeLists.txt (version_test.cpp sees to it).
inline constexpr std::string_view program_version = "0.1.0";

} // namespace phusa
