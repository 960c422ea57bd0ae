#pragma once

#include "app/pivot/dimensions.hpp"
#include "app/pivot/pivot.hpp"

#include <vector>

namespace phusa
{

// Filters made ready for counting, with the condition that they are together and what they say.
struct PivotSieve {
    std::vector<stats::Grouping> groupings;
    PivotCondition condition;
    std::vector<std::string> words; // "Giới tính: Nữ", "Nghề nghiệp: Sinh viên hoặc Học sinh"
};

Result<PivotSieve> pivot_sieve(const PivotFrame& frame, const std::vector<PivotFilter>& filters,
                               const std::string& option);

} // namespace phusa
