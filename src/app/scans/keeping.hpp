#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/clock.hpp"
#include "domain/scan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Whether every scan that the register speaks of lies whole in the data folder, and nothing else.
struct ScanCheck {
    Clock::Time at = {};
    std::int64_t files = 0; // rows that have to have a file
    std::int64_t bytes = 0; // of the plain files
    std::vector<std::string> missing = {};
    std::vector<std::string> corrupt = {}; // cannot be opened with the site's key, or is not what was filed
    std::vector<std::string> orphans = {}; // older than an hour: a file is there before its row

    bool is_good() const { return missing.empty() && corrupt.empty() && orphans.empty(); }
    std::string sentence() const;
};
// Reads and opens every file; what was found is kept for doctor and the page of the administrator.
ScanCheck check_scans(App& app);
std::optional<std::string> last_scan_check(App& app);
// How many files are missing, without opening any.
std::int64_t missing_scan_files(App& app);

// The daily work: what lay in the trash for 30 days goes for good, and files without a row that are older than a day.
struct ScanPurge {
    int scans = 0;
    int orphans = 0;
};
ScanPurge purge_scans(App& app, const Actor& actor);

} // namespace phusa
