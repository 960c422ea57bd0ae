#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/rule.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One value of one rule as a page shows it.
struct RuleValueView {
    std::string key;   // "months"
    std::string title; // "số tháng"
    std::string value; // as it is written in the files: "12", "lower_secondary"
    std::string shown; // as a person reads it
};

struct RuleView {
    Rule rule = Rule::age_min;
    std::string title;
    bool known = false; // where it is not, the rule makes no finding
    std::vector<RuleValueView> values;
    std::string citation;
    std::string confidence; // "đọc trong văn bản trích dẫn", "tỉnh đã xác nhận"
    bool is_weak = false;   // to be confirmed before it is printed on papers
    std::string source;
    std::string note;
};

struct RulebookView {
    std::string number; // "24-QĐ/TW"
    std::string title;
    Date issued;
    Date in_force_from;
    bool is_in_force = false; // today
    bool is_weak = false;     // number and dates, or any value
    std::string note;
    std::vector<RuleView> rules;
};

// All regulations, the newest first. For everybody who is signed in: they are no secret.
std::vector<RulebookView> show_rulebooks(App& app);

// What somebody wants to set or, with an empty `key`, to confirm as it is. `note` says by which paper.
struct RuleWish {
    std::string regulation;
    Rule rule = Rule::age_min;
    std::string key;
    std::string value;
    std::string note;
};

// One dossier that a wish would change.
struct RuleImpact {
    DossierId dossier;
    std::string name;
    std::string cell_name;
    std::vector<std::string> changes; // "Thêm: Thời hạn tổ chức lễ kết nạp", "Muộn nhất: 20/06/2026 → 15/06/2026"
};
struct RuleImpacts {
    std::vector<RuleImpact> rows; // by name, at most limit::page_rows
    std::int64_t total = 0;
    std::int64_t dossiers = 0; // that were judged
};

// Whose dossiers and dates would change. Writes nothing.
Result<RuleImpacts> preview_rule(App& app, const Actor& actor, const RuleWish& wish);
// By the provincial commission only.
Result<void> set_rule(App& app, const Actor& actor, const RuleWish& wish);

} // namespace phusa
