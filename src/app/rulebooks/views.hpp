#pragma once

#include "app/app.hpp"
#include "app/export.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// One value of one rule as a page shows it, and as a form asks for it.
struct RuleValueView {
    std::string key;                                          // "months"
    std::string title;                                        // "số tháng"
    std::string value;                                        // as it is written in the files: "12", "lower_secondary"
    std::string shown;                                        // as a person reads it
    std::vector<std::pair<std::string, std::string>> choices; // value and label; empty for a number
};

struct RuleView {
    Rule rule = Rule::age_min;
    std::string title;
    bool known = false; // where it is not, the rule makes no finding
    std::vector<RuleValueView> values;
    std::string summary;        // "12 tháng", "2/3": all values in one line
    std::optional<Date> since;  // where it holds later than the regulation
    std::string clause;         // as it stands in the files; may be empty
    std::string citation;       // on screens, with the mark of what is to be confirmed
    std::string on_paper;       // what papers of today cite
    std::string confidence;     // "đọc trong văn bản trích dẫn", "tỉnh đã xác nhận"
    std::string confidence_key; // "S" "S2" "I" "R", or "province"
    bool is_weak = false;
    std::string source;
    std::string note;
    bool is_changed = false; // against the regulation before
    std::string before;      // what that one says: "12 tháng", "không xét"; empty where nothing changed
};

// Where a regulation stands in time.
enum class RulebookState : std::uint8_t { past, in_force, coming, draft };
std::string_view key_of(RulebookState state);
std::string_view title_of(RulebookState state);

struct RulebookView {
    std::string number; // "24-QĐ/TW"
    std::string slug;   // of addresses: "24-qd-tw"
    std::string title;
    std::string issuer;
    Date issued;
    Date in_force_from;
    std::optional<Date> until; // the last day in force; absent where nothing follows
    std::string replaces;
    std::vector<std::string> guidance;
    RulebookState state = RulebookState::past;
    bool is_added = false;  // by the province, not by the program
    bool is_weak = false;   // number and days are to be confirmed
    std::string confidence; // of number and days, in words
    std::string confidence_key;
    std::string source;
    std::string note;
    std::string on_paper; // how papers of today name it
    int weak_values = 0;
    int changed_values = 0; // against the one before
    std::vector<RuleView> rules;
};

// All regulations, the newest first. For everybody who is signed in: they are no secret.
std::vector<RulebookView> show_rulebooks(App& app);
Result<RulebookView> show_rulebook(App& app, std::string_view slug);

// What was set or confirmed for one regulation, the newest first; taken back ones too.
struct RuleSettingView {
    std::int64_t number = 0;
    std::optional<Rule> rule; // absent: number and days of the regulation itself
    std::string title;
    std::string was; // before it
    std::string set; // what was set: "số tháng: 6"; "như cũ" where it was only confirmed
    std::string note;
    std::string at;
    std::string by;
    bool is_in_use = false;
    std::string taken_back_at; // empty where it was not
    std::string taken_back_by;
    std::string taken_back_reason;
};
std::vector<RuleSettingView> rule_settings(App& app, std::string_view slug);

// The list of regulations, and the rules of one, as CSV, XLSX and JSON.
TableStream export_rulebooks(App& app);
Result<TableStream> export_rulebook(App& app, std::string_view slug);

} // namespace phusa
