#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/rule.hpp"
#include "rules/regulation.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Where in RuleValue::numbers the values of a rule lie; a rule that is not named here has its one value at 0. The keys
// of the files are in rule_keys.hpp.
namespace value
{
inline constexpr std::size_t ordinary = 0;              // education.min: GeneralEducation, by area
inline constexpr std::size_t disadvantaged = 1;         //
inline constexpr std::size_t village_elder = 2;         // with consent
inline constexpr std::size_t from_months = 0;           // youth_union.required: of this age
inline constexpr std::size_t until_months = 1;          // and under that
inline constexpr std::size_t since_leaving = 0;         // readmission.wait, months
inline constexpr std::size_t since_expunged = 1;        //
inline constexpr std::size_t numerator = 0;             // vote.majority
inline constexpr std::size_t denominator = 1;           //
inline constexpr std::size_t admission = 0;             // decision.late, working days
inline constexpr std::size_t recognition = 1;           //
inline constexpr std::size_t extension = 2;             //
inline constexpr std::size_t ceremony_working_days = 0; // ceremony.late
inline constexpr std::size_t from_issue = 1;            // 1: counted from the day of the decision; 0: from its receipt
} // namespace value

// The values of one rule in one regulation. Where it is not `known`, the rule makes no finding.
struct RuleValue {
    bool known = false;
    std::array<std::int32_t, 3> numbers = {};
    Date since; // the rule holds for clocks and acts from this day on; never before the regulation
    Confidence confidence = Confidence::recalled;
    std::string clause; // "khoản 4.3"; empty where it is not known which
    std::string of;     // the document of the clause, where it is not the regulation itself: "Điều lệ Đảng"
    std::string source; // where it was read
    std::string note;   // Vietnamese; what is not certain, or who confirmed it
};

// The values of one regulation, as regulations/rulebooks/*.toml and the province's own settings give them.
class Rulebook
{
public:
    Rulebook(Regulation regulation, std::array<RuleValue, rule_count> values);

    const Regulation& regulation() const { return regulation_; }
    const RuleValue& at(Rule rule) const { return values_[std::to_underlying(rule)]; }
    bool knows(Rule rule, Date day) const { return at(rule).known && day >= at(rule).since; }
    std::int32_t number(Rule rule, std::size_t place = 0) const { return at(rule).numbers[place]; }
    // "khoản 4.3, Quy định 24-QĐ/TW"
    std::string citation(Rule rule) const;

private:
    friend class Rulebooks;

    Regulation regulation_;
    std::array<RuleValue, rule_count> values_;
};

// What the province sets beside the files: another value for a rule of one regulation, or only its confirmation.
struct RuleSetting {
    std::string regulation; // "208-QĐ/TW"
    Rule rule = Rule::age_min;
    std::string key;   // of the value, as in the files: "months"; empty: confirmed as it is
    std::string value; // as in the files: "12", "issue"
    std::string note;  // why, and by which paper; must not be empty
};

// All rulebooks, oldest first, one for each regulation of regulations.toml.
class Rulebooks
{
public:
    explicit Rulebooks(std::vector<Rulebook> books);

    // The place of the one in force on that day. Of the time before the first regulation nothing else is known: there
    // the first one serves.
    std::size_t place_on(Date day) const;
    const Rulebook& on(Date day) const { return books_[place_on(day)]; }
    const Rulebook& operator[](std::size_t place) const { return books_[place]; }
    std::span<const Rulebook> all() const { return books_; }

    // The Problem names what is wrong: the regulation, the key, the value, a missing note.
    Result<void> apply(const RuleSetting& setting);

private:
    std::vector<Rulebook> books_;
};

// Reads one file for each of the regulations. The Problem names file, rule and key; an unknown key is an error.
Result<Rulebooks> parse_rulebooks(std::span<const std::string_view> files, std::span<const Regulation> regulations);

// Those that travel inside the program.
const Rulebooks& shipped_rulebooks();

} // namespace phusa
