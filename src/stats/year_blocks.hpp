#pragma once

#include "stats/cell.hpp"
#include "stats/day_range.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

class Columns;

// How many rows of each calendar year there are in every block of rows that lie side by side, and how old they are.
// What asks about places and years alone is a sum of blocks and of the rows around them. An eighth of a byte a row for
// every thirty years.
class YearBlocks
{
public:
    static constexpr std::size_t rows_each = 4096; // of the last block there may be fewer

    YearBlocks() = default;
    // The columns must be sorted.
    explicit YearBlocks(const Columns& columns);

    std::span<const DayRange> years() const { return years_; }
    // One cell for each year.
    std::span<const Cell> block(std::size_t number) const
    {
        return std::span(cells_).subspan(number * years_.size(), years_.size());
    }

    std::size_t bytes() const { return cells_.size() * sizeof(Cell); }

private:
    std::vector<DayRange> years_;
    std::vector<Cell> cells_;
};

} // namespace phusa::stats
