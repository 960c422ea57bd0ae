#pragma once

#include "storage/sql/connection.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace phusa::storage
{

// Every row of a statement in constant memory: SQLite hands rows over one by one; PostgreSQL does so through a cursor,
// which needs a transaction and makes one where there is none. `bind` gives the parameters, where there are some.
void stream(Connection& connection, std::string_view sql, const std::function<void(Query&)>& bind, std::size_t columns,
            const std::function<void(Row&)>& take);
void stream(Connection& connection, std::string_view sql, std::size_t columns, const std::function<void(Row&)>& take);

} // namespace phusa::storage
