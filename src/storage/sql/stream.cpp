#include "storage/sql/stream.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

constexpr int rows_at_once = 2'000;

void stream_cursor(Connection& connection, std::string_view sql, const std::function<void(Query&)>& bind,
                   std::size_t columns, const std::function<void(Row&)>& take)
{
    {
        auto declare = connection.fresh_query(fmt::format("DECLARE streamed NO SCROLL CURSOR FOR {}", sql));
        bind(declare);
        declare.run();
    }
    // A query of its own: the columns of a kept FETCH would be those of the last cursor.
    int got = rows_at_once;
    while (got == rows_at_once) {
        got = 0;
        connection.fresh_query(fmt::format("FETCH {} FROM streamed", rows_at_once)).each_row(columns, [&](Row& row) {
            ++got;
            take(row);
        });
    }
    connection.run("CLOSE streamed");
}

} // namespace

void stream(Connection& connection, std::string_view sql, const std::function<void(Query&)>& bind, std::size_t columns,
            const std::function<void(Row&)>& take)
{
    if (connection.dialect() == Dialect::sqlite) {
        auto query = connection.query(sql);
        bind(query);
        query.each_row(columns, take);
        return;
    }
    bool own = !connection.is_in_transaction();
    if (own)
        connection.run("BEGIN READ ONLY");
    stream_cursor(connection, sql, bind, columns, take);
    if (own)
        connection.run("COMMIT");
}

void stream(Connection& connection, std::string_view sql, std::size_t columns, const std::function<void(Row&)>& take)
{
    stream(connection, sql, [](Query&) {}, columns, take);
}

} // namespace phusa::storage
