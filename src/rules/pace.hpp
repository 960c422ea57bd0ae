#pragma once

#include "base/result.hpp"
#include "domain/act.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// How many days a step of an admission customarily lies before the one that rests on it: custom, not law. It says when
// a step had better be done for a ceremony on a wished day; no rule reads it.
struct PaceStep {
    ActKind act = ActKind::application;
    ActKind before = ActKind::ceremony;
    int days = 0;     // of the calendar; 0: the same day will do
    std::string note; // Vietnamese: what the days are for
};

// Reads regulations/pace.toml. Steps stand after those that they lie before, so that one walk reckons all. The Problem
// names the step and the key that is wrong; unknown keys are an error.
Result<std::vector<PaceStep>> parse_pace(std::string_view toml);

// The steps of the file that travels inside the program.
std::span<const PaceStep> shipped_pace();

} // namespace phusa
