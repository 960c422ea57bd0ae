#pragma once

#include "storage/sql/connection.hpp"
#include "storage/sql/prepared.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string>

namespace phusa::storage
{

// What a Connection hides: the SOCI session and the statements kept for it, by their text.
struct Connection::Driver {
    Dialect dialect = Dialect::sqlite;
    std::unique_ptr<soci::session> session;
    std::map<std::string, std::unique_ptr<Prepared>, std::less<>> kept;
    std::map<std::string, Insert::Owned, std::less<>> inserts; // idle ones

    PGconn* postgresql() const;
    sqlite_api::sqlite3* sqlite() const;
};

StorageFailure failure_of_sqlite(int code);
StorageFailure failure_of_sqlstate(const std::string& state);
// Throws the StorageFailure that the exception in flight stands for.
[[noreturn]] void rethrow_as_failure(const Connection::Driver& driver);

} // namespace phusa::storage
