#pragma once

#include "base/result.hpp"
#include "domain/rule.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace phusa
{

// What a value of a rulebook is, and so how it is written and which are allowed.
enum class ValueKind : std::uint8_t {
    number,    // a whole number above 0
    education, // a key of general_educations(): "lower_secondary"
    start,     // "receipt" or "issue"
};

// One value of one rule: its key in the files, its place in RuleValue::numbers.
struct ValueKey {
    std::string_view key;
    std::size_t place = 0;
    ValueKind kind = ValueKind::number;
    std::string_view title; // Vietnamese, with its unit
};

// The values of a rule; empty for a rule that has none, such as application.missing.
std::span<const ValueKey> value_keys(Rule rule);

// nullopt where it is no such value.
std::optional<std::int32_t> read_value(ValueKind kind, std::string_view text);
std::string written_value(ValueKind kind, std::int32_t number);

} // namespace phusa
