#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "rules/regulation.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What a case with a regulation of its own asks for beside what the judge reads: from `from` on, until the next
// requirement of the same regime begins.
struct RegimeRequirement {
    SpecialRegime regime = SpecialRegime::religious_believer;
    Date from = {};
    std::string paper;    // must be on file before the competent body decides on admission
    std::string citation; // by which regulation
    Confidence confidence = Confidence::reported;
    std::string note; // what has to be compared before it is relied on; may be empty
};

// Reads regulations/special_regimes.toml. Requirements of one regime stand in the order of their days. The Problem
// names the case and the key that is wrong; unknown keys are an error.
Result<std::vector<RegimeRequirement>> parse_special_regimes(std::string_view toml);

// Those of the file that travels inside the program.
std::span<const RegimeRequirement> shipped_special_regimes();

// The one in force on that day; nullptr where none was yet.
const RegimeRequirement* requirement_on(SpecialRegime regime, Date day, std::span<const RegimeRequirement> all);

} // namespace phusa
