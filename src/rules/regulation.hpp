#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// How well something about a regulation is known: its number and dates, or one of its values.
enum class Confidence {
    reported,  // S: read in a passage that quotes or reports it
    secondary, // S2: seen only where others cite it
    inferred,  // I: follows from what was read, for a reason that is given
    recalled,  // R: general knowledge, not read
    confirmed, // by the province, with a note
};
// Not yet to be relied on: to be confirmed by the province before it is printed on papers.
constexpr bool is_weak(Confidence confidence)
{
    return confidence != Confidence::reported && confidence != Confidence::confirmed;
}

// One regulation on carrying out the Party Charter, as regulations/regulations.toml describes it.
//
// It is in force from `in_force_from` until the next one begins. `note` is a Vietnamese sentence for the page and
// empty where everything is certain.
struct Regulation {
    std::string number; // "45-QĐ/TW"
    std::string title;
    std::string issuer;
    Date issued;
    Date in_force_from;
    std::string replaces; // number of the one before, empty for the first
    Confidence confidence = Confidence::reported;
    std::string source;
    std::vector<std::string> guidance; // "12-HD/BTCTW ngày 18/01/2022"
    std::string note;
};

// Reads the data file. The result is ordered by `in_force_from`, each replacing the one before. The Problem names the
// regulation and the key that is wrong; unknown keys are an error.
Result<std::vector<Regulation>> parse_regulations(std::string_view toml);

// Those of the file that travels inside the program.
const std::vector<Regulation>& shipped_regulations();

// The one in force on that day; nullptr for days before the first.
const Regulation* regulation_on(Date day, std::span<const Regulation> regulations);

// The same from the file that travels inside the program.
const Regulation* regulation_on(Date day);

} // namespace phusa
