#pragma once

#include "storage/database.hpp"

#include <string>
#include <vector>

namespace phusa::storage
{

// A table that backups hold, as the database itself describes it: nothing new can be forgotten.
struct BackupTable {
    struct Column {
        std::string name;
        bool number = false;
    };

    std::string name;
    std::vector<Column> columns;

    // "SELECT every column … ORDER BY its key", the same order on both databases.
    std::string selection() const;
};

// By name, so that accounts come before what refers to them. Left out: the list of migrations, and sign-ins and first
// links, which nobody should find open again after a restore.
std::vector<BackupTable> backup_tables(Session& session);

} // namespace phusa::storage
