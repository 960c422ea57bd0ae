#pragma once

#include "stats/columns.hpp"
#include "stats/pivot.hpp"
#include "stats/pivot_side.hpp"

#include <vector>

// Counting a pivot from what is summed up, for pivot.cpp only.
namespace phusa::stats
{

// Adds the rows to the cells in which they fall, and says so; or leaves the cells as they are where the summaries do
// not have what is asked: a part of the positions, ages as a side, dimensions that are not summed up together, or
// periods shorter than their spans.
bool count_rolled(const Columns& columns, const Slice& slice, const std::vector<PivotSide>& sides, Ages ages,
                  std::vector<Cell>& cells);

} // namespace phusa::stats
