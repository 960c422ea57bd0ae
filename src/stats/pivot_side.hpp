#pragma once

#include "stats/grouping.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// A side or a filter of a pivot made ready for counting, for pivot*.cpp only.
namespace phusa::stats
{

// What a value of a column adds to the number of the cell; what is in no group adds so much that the row ends behind
// the last cell. The last entry is for values beyond the table.
struct PivotSide {
    Grouping::By by = Grouping::By::code;
    std::size_t dimension = 0; // of By::code
    bool is_filter = false;    // adds 0, or makes the row end nowhere
    bool is_range = false;     // a filter that keeps all values from `first` to the end of its table
    std::uint32_t first = 0;
    std::vector<std::uint32_t> adds;

    std::uint32_t of(std::uint32_t value) const
    {
        auto beyond = static_cast<std::uint32_t>(adds.size() - 1);
        return adds[std::min(value - first, beyond)];
    }
};

// The filters, the days of the slice where it does not have all, and the sides; over so many cells.
std::vector<PivotSide> pivot_sides(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
                                   std::span<const Grouping> filters, std::uint32_t cells);

// What the sides by days or by positions add for each value from `first` to `last`; absent where that is not the same
// for all of them.
std::optional<std::uint32_t> added(const std::vector<PivotSide>& sides, Grouping::By by, std::uint32_t first,
                                   std::uint32_t last);

// No row lies on other days.
bool has_all_days(const Columns& columns, const Slice& slice);

} // namespace phusa::stats
