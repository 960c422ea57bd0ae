#pragma once

#include "stats/summary.hpp"
#include "stats/year_blocks.hpp"

#include <span>
#include <vector>

namespace phusa::stats
{

class Columns;

// What is summed up where there are many rows. For questions about all positions: summaries over each dimension by
// month, over each pair of dimensions by year, and over all dimensions by year where people are alike enough for that
// to be short. A kind that would be long is left out: together they take at most nine bytes a row. For questions about
// places and years: blocks.
class RollUp
{
public:
    static constexpr std::size_t rows_min = 250'000; // of fewer, a walk over all takes no longer

    // The columns must be sorted.
    explicit RollUp(const Columns& columns);
    RollUp(const RollUp&) = delete; // the summaries point to the numbers
    RollUp& operator=(const RollUp&) = delete;

    // The summary over these dimensions, or over as few more as may be; null where there is none.
    const Summary* over(std::span<const std::size_t> dimensions) const;
    const YearBlocks& year_blocks() const { return year_blocks_; }
    std::size_t bytes() const; // of entries and blocks

private:
    std::vector<CodeNumbers> numbers_;
    YearBlocks year_blocks_;
    std::vector<Summary> summaries_; // of few dimensions first
};

} // namespace phusa::stats
