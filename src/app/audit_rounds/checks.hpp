#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/audit_rounds/rounds.hpp"
#include "app/dossiers/view.hpp"
#include "base/result.hpp"
#include "domain/check_fault.hpp"

#include <string>
#include <vector>

// Phiếu kiểm tra: what a cell has to check, and what it finds.
namespace phusa
{

// The kinds of the check sheet, in its order; for a key that is no longer there, the key itself.
const std::vector<CheckFaultKind>& check_fault_kinds();
std::string title_of_fault(std::string_view kind);

// What was assigned to cells of the asker in open rounds: what is not checked yet comes first, by its last day.
struct CheckLine {
    AuditSampleLine line = {};
    std::string round_name = {};
    Date due = {};
    bool is_late = false;
};
Result<std::vector<CheckLine>> my_checks(App& app, const Actor& actor);

// One drawn dossier as its checker sees it: acts, papers, days and what the rules say, nothing sealed, no number of the
// person. Every opening is recorded.
struct CheckSheet {
    struct DoneAct {
        Date on = {};
        std::string title = {};
        std::string paper = {}; // number and issuer
        std::string votes = {}; // "8/9 đảng viên chính thức tán thành"
        bool is_past_fact = false;
        bool is_set_aside = false;
    };

    AuditRound round = {};
    AuditSampleLine line = {};
    std::string grassroots_name = {};
    StageOnDay stage = {};
    std::vector<DoneAct> acts = {}; // in the order of days
    std::vector<PaperView> papers = {};
    std::vector<FindingView> findings = {};
    std::string note = {};
    std::vector<CheckFault> faults = {};
    bool may_check = false;  // the asker, now
    bool sees_whole = false; // the asker may open the dossier itself
    Date correct_by = {};    // what is filled in as the last day for corrections
};
Result<CheckSheet> show_check_sheet(App& app, const Actor& actor, AuditSampleId id);

// What was found. Faults already corrected stay as they are; others that are not named any more are withdrawn.
struct CheckReturn {
    struct Found {
        std::string kind = {};
        FaultSeverity severity = FaultSeverity::ordinary;
        std::string note = {};
    };

    AuditSampleId sample = {};
    std::int64_t version = 0; // that was read
    Date checked = {};
    Date correct_by = {};
    std::string note = {};
    std::vector<Found> found = {}; // each kind once
};
Result<void> take_check_return(App& app, const Actor& actor, const CheckReturn& sent);

} // namespace phusa
