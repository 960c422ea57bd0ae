#pragma once

#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/audit_risk.hpp"
#include "domain/check_fault.hpp"

#include <string_view>
#include <vector>

namespace phusa
{

// How dossiers are drawn and what is looked for: regulations/audit_faults.toml. Custom of an office, no regulation.
struct AuditRules {
    struct Risk {
        RiskReason reason = RiskReason::breach;
        int points = 0; // each time
        int most = 0;   // in all
    };
    struct Interval {
        ActKind from = ActKind::application;
        ActKind to = ActKind::cell_vote;
        int days = 0; // fewer is a short interval
    };

    int share_min = 0; // percent
    int share_max = 0;
    int share_usual = 0;
    int correct_days = 0;    // of the calendar, to correct a fault in
    std::vector<Risk> risks; // each reason once
    std::vector<Interval> intervals;
    std::vector<CheckFaultKind> faults; // in the order of the sheet
};

// The Problem names the key that is wrong; unknown keys are an error.
Result<AuditRules> parse_audit_rules(std::string_view toml);

// Those of the file that travels inside the program.
const AuditRules& shipped_audit_rules();

} // namespace phusa
