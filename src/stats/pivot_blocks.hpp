#pragma once

#include "stats/columns.hpp"
#include "stats/pivot.hpp"
#include "stats/pivot_side.hpp"

#include <vector>

// Counting a pivot of places and years from blocks of rows, for pivot.cpp only.
namespace phusa::stats
{

// Adds the rows to the cells in which they fall, and says so; or leaves the cells as they are where codes or ages are
// asked for, days that are no whole years, or few rows.
bool count_blocks(const Columns& columns, const Slice& slice, const std::vector<PivotSide>& sides, Ages ages,
                  std::vector<Cell>& cells);

} // namespace phusa::stats
