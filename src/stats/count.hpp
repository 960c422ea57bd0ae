#pragma once

#include "base/date.hpp"
#include "stats/columns.hpp"
#include "stats/indicator.hpp"
#include "stats/row_range.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

struct Counts {
    std::uint32_t total = 0;
    std::vector<std::uint32_t> of = {}; // one per indicator, in their order
    std::uint64_t age_months_sum = 0;   // over the rows whose age is known
    std::uint32_t ages_known = 0;

    // In years: the mean of the ages in full calendar months, divided by 12. 0 where no age is known.
    double mean_age() const;
};

struct SpanCounts {
    Period days; // the calendar year or month, cut where the slice begins or ends
    Counts counts;
};

// The door of this room: whoever wants a number asks here and knows nothing of how it is found.
//
// The columns must be sorted. Periods outside 1900-01-01 to 2079-06-06 hold no rows.
Counts count(const Columns& columns, const Slice& slice, std::span<const Indicator> indicators);
// One entry for each calendar year that the slice touches, also for those without rows.
std::vector<SpanCounts> count_by_year(const Columns& columns, const Slice& slice,
                                      std::span<const Indicator> indicators);
// The same by month.
std::vector<SpanCounts> count_by_month(const Columns& columns, const Slice& slice,
                                       std::span<const Indicator> indicators);
// How often each code of one dimension occurs; entry i belongs to code i, 256 entries.
std::vector<std::uint32_t> count_by_code(const Columns& columns, const Slice& slice, std::size_t dimension);
// For each of the ranges the number of rows on those days.
std::vector<std::uint32_t> count_by_range(const Columns& columns, std::span<const PositionRange> ranges,
                                          const Period& days);
// The rows behind one number, in their order.
std::vector<std::uint32_t> rows_of(const Columns& columns, const Slice& slice, const Indicator& indicator);

} // namespace phusa::stats
