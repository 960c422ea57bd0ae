#pragma once

#include "app/dossiers/special_cases.hpp"
#include "base/date.hpp"
#include "domain/recorded_act.hpp"
#include "domain/rule.hpp"
#include "domain/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// A finding of the judge as people read it.
struct FindingView {
    Rule rule = Rule::chronology;
    std::optional<RecordedActId> act = {}; // absent where the act that is missed does not exist
    std::optional<Date> due = {};
    std::string title = {};      // of the rule: "Tỷ lệ phiếu tán thành"
    std::string message = {};    // the whole sentence
    std::string regulation = {}; // "24-QĐ/TW"
    std::string citation = {};   // "khoản 4.3, Quy định 24-QĐ/TW"
    // The same for screens, marked where it is to be confirmed, and for papers, where it then stays unnamed.
    std::string cited = {};
    std::string cited_on_paper = {};
    bool on_past_fact = false; // recorded all the same, with a reason

    bool blocks() const { return severity_of(rule) == Severity::block; }
};

// An act that remains, with why not yet and when.
struct NextView {
    ActKind act = ActKind::application;
    Matter about = Matter::admission;
    std::string title = {};            // "Nghị quyết chi bộ (kết nạp)"
    std::optional<Date> earliest = {}; // absent: no day can be lawful
    std::optional<Date> latest = {};
    std::vector<Rule> blocked_by = {};
    std::vector<std::string> reasons = {}; // one sentence for each rule of blocked_by, with what to do
    // Of those rules, as in force on the day of judging, on screen and as papers may say it (rules/citation.hpp).
    std::vector<std::string> cited = {};
    std::vector<std::string> cited_on_paper = {};
    std::vector<SpecialRequirement> special = {}; // a decision on admission: what special regimes still ask for
    std::string reckoning = {};                   // how `latest` was reckoned, day by day; empty where there is none
    std::string actor = {};                       // who does it: "Chi bộ thôn Đầu Làng"
    bool may_record = false;                      // the asker
    bool is_late = false;                         // `latest` has passed

    bool lacks_nothing() const { return blocked_by.empty() && special.empty(); }
};

} // namespace phusa
