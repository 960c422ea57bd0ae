#pragma once

#include "app/app.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace phusa
{

// What a backup file holds, for people and for `--json`.
struct BackupSummary {
    struct Table {
        std::string name;
        std::int64_t rows = 0;
    };

    Clock::Time made;
    int migration = 0; // the schema that it holds
    std::vector<Table> tables;
    std::int64_t rows = 0;
    std::string audit_head; // hex: the same after restoring
    std::uint64_t bytes = 0;
    double seconds = 0;
};

// One encrypted file of the whole register, made while others go on working; recorded in the audit log. It opens only
// with the site's key file, which it does not hold. An existing file is refused.
Result<BackupSummary> make_backup(App& app, const std::filesystem::path& path);
// Reads the whole file: key, counts, hashes. Changes nothing.
Result<BackupSummary> check_backup(App& app, const std::filesystem::path& path);
// Only into an empty register; in one transaction, the audit chain verified before it counts.
Result<BackupSummary> restore_backup(App& app, const std::filesystem::path& path);

} // namespace phusa
