#pragma once

#include "base/result.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace phusa::storage
{

// Where a database is, read from a URL: sqlite:PATH or postgresql://…
struct Address {
    Dialect dialect = Dialect::sqlite;
    std::filesystem::path file; // SQLite
    std::string parameters;     // PostgreSQL: keyword='value' …, as libpq wants them
    std::string shown;          // without the password

    static Result<Address> parse(std::string_view url);
};

// Makes the file (mode 0600) and its folder where they are missing. Refused on a network file system: the shared memory
// of WAL does not work there, and the file would be damaged by two machines.
Result<void> prepare_file(const std::filesystem::path& file);

} // namespace phusa::storage
