#include "storage/sql/driver.hpp"

#include <cassert>

namespace phusa::storage
{

namespace
{

using sqlite_api::sqlite3_destructor_type; // for SQLITE_TRANSIENT

sqlite_api::sqlite3_stmt* raw(void* statement) { return static_cast<sqlite_api::sqlite3_stmt*>(statement); }

} // namespace

void Connection::Insert::Close::operator()(Statement* statement) const { sqlite_api::sqlite3_finalize(raw(statement)); }

Connection::Insert::Insert(Connection& connection, const std::string& sql) : connection_(&connection)
{
    assert(connection.dialect() == Dialect::sqlite);
    sqlite_api::sqlite3_stmt* made = nullptr;
    check(sqlite_api::sqlite3_prepare_v2(connection.driver_->sqlite(), sql.c_str(), static_cast<int>(sql.size()), &made,
                                         nullptr));
    statement_.reset(static_cast<Statement*>(static_cast<void*>(made)));
}

void Connection::Insert::put_number(std::int64_t number)
{
    check(sqlite_api::sqlite3_bind_int64(raw(statement_.get()), ++bound_, number));
}

void Connection::Insert::put_text(std::string_view text)
{
    // A null pointer would be NULL, not the empty text.
    const char* begin = text.empty() ? "" : text.data();
    check(sqlite_api::sqlite3_bind_text(raw(statement_.get()), ++bound_, begin, static_cast<int>(text.size()),
                                        SQLITE_TRANSIENT));
}

void Connection::Insert::put_null() { check(sqlite_api::sqlite3_bind_null(raw(statement_.get()), ++bound_)); }

void Connection::Insert::run()
{
    bool is_done = sqlite_api::sqlite3_step(raw(statement_.get())) == SQLITE_DONE;
    auto code = sqlite_api::sqlite3_reset(raw(statement_.get())); // says what went wrong
    if (!is_done)
        throw failure_of_sqlite(sqlite_api::sqlite3_extended_errcode(connection_->driver_->sqlite()));
    check(code);
    bound_ = 0;
}

void Connection::Insert::check(int code)
{
    if (code != SQLITE_OK)
        throw failure_of_sqlite(sqlite_api::sqlite3_extended_errcode(connection_->driver_->sqlite()));
}

} // namespace phusa::storage
