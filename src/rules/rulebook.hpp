#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/rule.hpp"
#include "rules/regulation.hpp"

#include <array>
#include <cstdint>
#include <optional>
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
    // "khoản 4.3, Quy định 24-QĐ/TW": as the judge cites it. Papers ask rules/citation.hpp.
    std::string citation(Rule rule) const;

private:
    friend class Rulebooks;
    void confirm(Regulation regulation, const std::string& note);

    Regulation regulation_;
    std::array<RuleValue, rule_count> values_;
};

// What the province sets beside the files: other values for a rule of one regulation, or only their confirmation;
// without a rule, the days of the regulation itself or the confirmation of its number and days.
struct RuleSetting {
    // One value: its key in the files and how it is written there: "months" "12", "counted_from" "issue". Of every rule
    // also "clause"; of a regulation "issued" and "in_force_from", "2026-07-26".
    struct Value {
        std::string key;
        std::string value;

        friend bool operator==(const Value&, const Value&) = default;
    };

    std::string regulation; // "208-QĐ/TW"
    std::optional<Rule> rule = {};
    std::vector<Value> values = {}; // empty: confirmed as they are
    std::string note;               // why, and by which paper; must not be empty

    friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
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
    // By the number of its regulation; nullptr where there is none.
    const Rulebook* find(std::string_view regulation) const;
    // The regulation in force on that day; nullptr for days before the first.
    const Regulation* regulation_on(Date day) const;

    // One more, after all others: read by read_added_rulebook.
    void add(Rulebook book);
    // The Problem names what is wrong: "regulation", "note", or the key of a value. Then nothing is changed.
    Result<void> apply(const RuleSetting& setting);

private:
    std::vector<Rulebook> books_;
};

// Reads one file for each of the regulations. The Problem names file, rule and key; an unknown key is an error.
Result<Rulebooks> parse_rulebooks(std::span<const std::string_view> files, std::span<const Regulation> regulations);

// Those that travel inside the program.
const Rulebooks& shipped_rulebooks();

} // namespace phusa
