#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Backups: one encrypted file, the same for both databases, made while others go on working (docs/backup-format.md).
namespace phusa::storage
{

struct BackupSummary {
    struct Table {
        std::string name;
        std::int64_t rows = 0;
        std::string sha256; // hex, of its rows
    };

    Clock::Time made;
    int migration = 0; // the schema that it holds
    std::vector<Table> tables;
    std::int64_t rows = 0;
    AuditHead head;
    std::uint64_t bytes = 0; // of the file
    double seconds = 0;
};

// Writes under another name, then renames: `path` is whole or not there. Mode 0600. The Problem says why it cannot be
// written; an existing file is refused.
Result<BackupSummary> write_backup(Database& database, const std::filesystem::path& path, Clock::Time now);
// Reads the whole file, without a database: keys, counts, hashes.
Result<BackupSummary> verify_backup(const Keys& keys, const std::filesystem::path& path);
// Only into an empty register, freshly migrated; in one transaction; the audit chain is verified before the commit.
Result<BackupSummary> restore_backup(Database& database, const std::filesystem::path& path);

} // namespace phusa::storage
