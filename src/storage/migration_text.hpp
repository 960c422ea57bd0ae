#pragma once

#include "storage/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// The statements of a migration file in the words of one database: macros filled, comments gone.
//
// A statement ends with a semicolon at the end of a line. An unknown macro is a bug.
std::vector<std::string> migration_statements(std::string_view file, Dialect dialect);

} // namespace phusa::storage
