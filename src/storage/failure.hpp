#pragma once

#include <stdexcept>
#include <string>

namespace phusa::storage
{

// The database could not do what was asked, and no user can help it: gone, full, locked, damaged, or a bug in our SQL.
//
// The text says what to do and names the kind and SQLSTATE; it never carries SQL, parameter values or the driver's own
// words, which quote personal data. Expected refusals (changed meanwhile, already there) are Problems instead.
class StorageFailure : public std::runtime_error
{
public:
    enum class Kind {
        unavailable, // no connection
        busy,        // locked by another program for longer than the wait
        full,        // disk full or read-only
        corrupt,     // the file is no database, or damaged
        constraint,  // a row that the schema refuses: unique, not null, check, bad date
        schema,      // made by a newer program, changed migration, tables missing
        other,
    };

    // `code` is the SQLSTATE on PostgreSQL, SQLite's result code there, or empty.
    StorageFailure(Kind kind, std::string code, const std::string& advice);

    Kind kind() const { return kind_; }
    const std::string& code() const { return code_; }

private:
    Kind kind_;
    std::string code_;
};

} // namespace phusa::storage
