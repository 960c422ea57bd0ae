#pragma once

#include "storage/database.hpp"

#include <string>
#include <vector>

namespace phusa::storage
{

struct Migration {
    int number = 0;
    std::string name;   // "0001_register"
    std::string sha256; // hex, of the file as it lies in the program
};

std::vector<Migration> known_migrations();
std::vector<Migration> applied_migrations(Database& database);
// Applies what is missing, each in its own transaction, and says what it applied. Safe when several programs start at
// once. StorageFailure (schema) when the database is newer than the program or an applied migration has been changed.
std::vector<Migration> migrate(Database& database);
// StorageFailure (schema) when the database is older or newer than the program.
void require_current_schema(Database& database);

} // namespace phusa::storage
