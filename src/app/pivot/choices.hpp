#pragma once

#include <string>
#include <vector>

namespace phusa
{

// What can be chosen for a pivot or a trend, for the forms.
struct PivotChoice {
    std::string key;
    std::string title;
    std::string group; // heading in a list to choose from
};

// Every dimension: those of admission_dimensions() and age_band, year, quarter, month, unit (one level below the unit),
// district (directly below the root), grassroots, cell, kind (of the grassroots organisation), sector.
const std::vector<PivotChoice>& pivot_dimensions();
// The values of a dimension that do not depend on unit and period; none for the others.
std::vector<PivotChoice> pivot_values(const std::string& dimension);
// Those of story_indicators(): youth_union, women, farmers, age_18_30 …
const std::vector<PivotChoice>& pivot_indicators();

} // namespace phusa
