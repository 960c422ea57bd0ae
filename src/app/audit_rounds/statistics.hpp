#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/check_fault.hpp"
#include "domain/organisation.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// Thống kê loại thiếu sót: by kind, by unit, over rounds.
namespace phusa
{

// Of some dossiers that were checked. A kind is counted once a dossier.
struct CheckCounts {
    int drawn = 0;
    int checked = 0;
    int with_faults = 0; // dossiers
    int faults = 0;
    int confirmed = 0;
    std::array<int, 3> by_severity = {};     // light, ordinary, grave
    std::map<std::string, int> by_kind = {}; // by key
};

struct CheckStatistics {
    struct Round {
        AuditRound round = {};
        CheckCounts counts = {};
    };
    struct Unit {
        Organisation unit = {};
        CheckCounts counts = {};
    };

    Organisation unit = {};
    std::vector<Organisation> path = {};
    CheckCounts whole = {};
    std::vector<Round> rounds = {}; // the oldest first
    std::vector<Unit> units = {};   // directly below, those with something drawn
    std::vector<std::pair<std::string, std::string>> kinds =
        {}; // key and title of those found, the most frequent first
};

struct CheckStatisticsQuestion {
    std::optional<OrganisationId> organisation = {}; // where the asker's view begins, where absent
    std::optional<AuditRoundId> round = {};          // that one alone
};
// Of the drawn dossiers of cells in which the asker sees dossiers.
Result<CheckStatistics> check_statistics(App& app, const Actor& actor, const CheckStatisticsQuestion& question);
// One row a kind: by round, or by unit.
Result<TableStream> export_check_statistics(App& app, const Actor& actor, const CheckStatisticsQuestion& question);

} // namespace phusa
