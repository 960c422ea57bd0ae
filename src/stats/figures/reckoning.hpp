#pragma once

#include "stats/figures/figure.hpp"

#include <string>

namespace phusa::stats
{

// What `exact` makes of a printed number.
struct Reckoned {
    FigureVerdict verdict = FigureVerdict::unchecked;
    double expected = 0; // `exact` rounded half up at the printed decimals

    bool fits() const { return verdict != FigureVerdict::wrong && verdict != FigureVerdict::unchecked; }
    bool is_exact() const { return verdict == FigureVerdict::ok; }
};
Reckoned reckon(const Figure& printed, double exact);

// As people write them: "10.986", "60,6%".
std::string shown(const Figure& figure);
std::string shown(double value, int decimals);
// The end of a sentence that names the verdict: ", làm tròn là 38,7%; văn bản cắt bớt còn 38,6%".
std::string outcome(const Figure& printed, const Reckoned& reckoned);

} // namespace phusa::stats
