#pragma once

#include "app/columns.hpp"
#include "app/pivot/condition.hpp"
#include "base/result.hpp"
#include "stats/grouping.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What the values of a derived dimension depend on.
struct PivotFrame {
    const AdmissionCube& cube;
    OrganisationTree::Position unit; // of the cube's tree
    Period days;                     // up to as_of
};

// One side of a pivot: into which values admissions fall, each in exactly one.
struct PivotDimension {
    struct Value {
        std::string key;   // "farmer", "2011", "34.012": stable
        std::string title; // for people
        PivotCondition condition;
        bool is_rest = false; // what lies in none of the others
    };

    std::string key;
    std::string title;
    std::vector<Value> values;
    stats::Grouping grouping;
    bool keeps_empty =
        false; // a year or a unit without admissions says something; an occupation does not, nor does a rest
};

// Invalid, naming `key` under the option `option`, where pivot_dimensions() has none.
Result<PivotDimension> pivot_dimension(const PivotFrame& frame, std::string_view key, const std::string& option);

// The bands of regulations/indicators/age_bands.toml, and what lies beside them.
const std::vector<PivotDimension::Value>& age_band_values();

} // namespace phusa
