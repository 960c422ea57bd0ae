#pragma once

#include "domain/organisation.hpp"
#include "stats/columns.hpp"
#include "stats/count.hpp"
#include "stats/indicator.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The admissions of some days, by the keys of story_indicators().
struct StoryCounts {
    Period days;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t, std::less<>> of;
    std::int64_t ages_known = 0;
    std::int64_t age_months = 0; // their sum

    std::int64_t at(std::string_view key) const; // 0 where nobody was counted
    double mean_age() const;                     // in years; 0 where no age is known
};

// Everything that a story is written from. A plain value, so that sentences can be tried without a register.
struct StoryNumbers {
    OrganisationKind kind = OrganisationKind::cell;
    std::string unit_name;
    Period period;
    Date as_of;
    StoryCounts whole = {};              // of the period, up to as_of
    std::vector<StoryCounts> years = {}; // the same by calendar year; the first and the last may be cut
};

// Those of regulations/indicators/article.toml, and what they leave over: each group of parts adds up to the total.
const std::vector<stats::Indicator>& story_indicators();
// The key must be there.
const stats::Indicator& story_indicator(std::string_view key);

// Fills `whole` and `years` for what lies in the positions. The columns are of admission_dimensions(), sorted.
void count_story(StoryNumbers& numbers, const stats::Columns& columns, stats::PositionRange positions);

} // namespace phusa
