#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// The rules that the judge knows: the rows of the table in DESIGN §6, in its order.
enum class Rule : std::uint8_t {
    age_min,
    age_max,
    citizenship,
    education_min,
    youth_union_required,
    readmission_wait,
    readmission_once,
    readmission_excluded,
    readmission_consent,
    certificate_missing,
    certificate_expired,
    application_missing,
    declaration_missing,
    verification_missing,
    opinions_missing,
    introductions_count,
    introducer_official,
    introducer_shared_months,
    stale,
    chronology,
    cell_size,
    vote_majority,
    vote_arithmetic,
    vote_rounds,
    decision_late,
    ceremony_late,
    member_declaration_late,
    probation_short,
    recognition_late,
    new_member_certificate_missing,
    self_review_missing,
    helper_remarks_missing,
    helper_missing,
};
inline constexpr std::size_t rule_count = std::to_underlying(Rule::helper_missing) + 1;

// The stable id of files and the API: "vote.majority".
std::string_view key_of(Rule rule);
// What it asks, for pages: "Tỷ lệ phiếu tán thành".
std::string_view title_of(Rule rule);
std::optional<Rule> rule(std::string_view key);

// A block stops the act; a warning never does.
enum class Severity : std::uint8_t { block, warn };
std::string_view key_of(Severity severity);
Severity severity_of(Rule rule);

// A set of rules, in the order of the table.
class RuleSet
{
public:
    constexpr RuleSet() = default;

    constexpr void add(Rule rule) { bits_ |= bit(rule); }
    constexpr void add(RuleSet rules) { bits_ |= rules.bits_; }
    constexpr bool contains(Rule rule) const { return (bits_ & bit(rule)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    std::vector<Rule> rules() const;

    friend constexpr bool operator==(RuleSet, RuleSet) = default;

private:
    static constexpr std::uint64_t bit(Rule rule) { return std::uint64_t{1} << std::to_underlying(rule); }

    std::uint64_t bits_ = 0;
};

} // namespace phusa
