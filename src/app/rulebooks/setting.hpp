#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/rulebooks/impact.hpp"
#include "base/result.hpp"
#include "domain/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusa
{

// What the province wants to set, or to confirm as it is: by the provincial commission only.
//
// `values` may hold all values of the rule: those that stay as they are make no change. Days of a regulation are as
// people type them. `note` says by which paper.
struct RuleWish {
    std::string slug;         // of the regulation: "208-qd-tw"
    std::optional<Rule> rule; // absent: number and days of the regulation itself
    std::vector<std::pair<std::string, std::string>> values;
    std::string note;
};

// Whose dossiers, dates and papers would change today. Writes nothing. The Problem names the fields that are wrong, a
// value by its key.
Result<RuleImpacts> preview_rule(App& app, const Actor& actor, const RuleWish& wish, const RuleImpactPage& page = {});
Result<TableStream> export_rule_impacts(App& app, const Actor& actor, const RuleWish& wish);
// Takes effect at once.
Result<void> set_rule(App& app, const Actor& actor, const RuleWish& wish);

// Takes a setting back: what was before it holds again, and it stays readable with the reason.
Result<RuleImpacts> preview_taking_back(App& app, const Actor& actor, std::int64_t setting);
Result<void> take_back_rule(App& app, const Actor& actor, std::int64_t setting, std::string_view reason);

} // namespace phusa
