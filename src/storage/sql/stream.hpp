#pragma once

#include "storage/sql/connection.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace phusa::storage
{

// Every row of a statement without parameters, in constant memory: SQLite hands rows over one by one; PostgreSQL does
// so through a cursor, which needs a transaction and makes one where there is none.
void stream(Connection& connection, std::string_view sql, std::size_t columns, const std::function<void(Row&)>& take);

} // namespace phusa::storage
