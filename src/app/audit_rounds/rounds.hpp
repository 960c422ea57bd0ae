#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/audit_round.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Đợt kiểm tra: their list, and one of them with its progress.
namespace phusa
{

struct AuditRoundLine {
    AuditRound round = {};
    std::string unit_name = {};
    int lots = 0;
    int drawn = 0;
    int checked = 0;
    int faults = 0;
    int uncorrected = 0;  // of the faults, not confirmed yet
    bool is_late = false; // open, and the last day has passed
};
// The rounds of units of which the asker sees the dossiers, the newest first.
Result<std::vector<AuditRoundLine>> list_audit_rounds(App& app, const Actor& actor);

struct AuditSampleLine {
    AuditSample sample = {};
    std::string name = {};
    PartialDate born = {};
    std::string cell_name = {};
    std::string unit_name = {};
    std::string checking_name = {};
    std::string reasons = {}; // in words; empty where it was chance alone
    int faults = 0;
    int uncorrected = 0;
};

struct AuditRoundView {
    struct Checker {
        OrganisationId cell = {};
        std::string name = {};
        int assigned = 0;
        int checked = 0;
    };
    struct Unit {
        OrganisationId unit = {};
        std::string name = {};
        int dossiers = 0;
        int drawn = 0;
        int checked = 0;
        int faults = 0;
    };

    AuditRoundLine line = {};
    std::vector<Unit> units = {};
    std::vector<Checker> checkers = {}; // who has most left comes first
    std::vector<AuditSampleLine> samples = {};
    bool repeats = false; // drawn again from the stored lots it comes out the same
    bool leads = false;   // the asker may close it
};
Result<AuditRoundView> show_audit_round(App& app, const Actor& actor, AuditRoundId id);

// Ends the round: the checking cells no longer reach its dossiers. What is to be corrected stays to be corrected.
Result<void> close_audit_round(App& app, const Actor& actor, AuditRoundId id, std::int64_t version,
                               std::string_view conclusion);

// For CSV, XLSX and JSON; recorded.
Result<TableStream> export_audit_rounds(App& app, const Actor& actor);
Result<TableStream> export_audit_samples(App& app, const Actor& actor, AuditRoundId id);
// All lots with what was drawn, and in the notes how to draw again.
Result<TableStream> export_audit_lots(App& app, const Actor& actor, AuditRoundId id);

} // namespace phusa
