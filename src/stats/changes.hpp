#pragma once

#include "stats/count.hpp"
#include "stats/dimension.hpp"
#include "stats/indicator.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace phusa::stats
{

// Who came to a place and who went from it, one row each time, as columns: the day, where from, where to, who, and the
// codes of the dimensions. A row from one place to another is a departure there and an arrival here; a row within the
// asked places is neither.
//
// Places and days as in Columns. Of one `who` the rows must fit: each one begins where the last one ended. After `sort`
// the rows lie by day, and only then may they be counted. At most 256 different combinations of codes occur (an
// assert).
class Changes
{
public:
    static constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();

    Changes(std::vector<Dimension> dimensions, std::uint32_t places);

    void add(std::uint16_t day, std::uint32_t from, std::uint32_t to, std::uint32_t who,
             std::span<const std::uint8_t> codes);
    // Rows of one day keep their order.
    void sort();

    std::size_t rows() const { return days_.size(); }
    std::span<const Dimension> dimensions() const { return dimensions_; }
    std::span<const std::uint16_t> days() const { return days_; }
    std::span<const std::uint32_t> from() const { return from_; }
    std::span<const std::uint32_t> to() const { return to_; }
    std::span<const std::uint32_t> who() const { return who_; }
    // Which combination of codes a row has, and whether such rows are meant by an indicator.
    std::span<const std::uint8_t> combinations() const { return combination_; }
    std::vector<bool> accepted(const Indicator& indicator) const;
    std::uint8_t code(std::size_t row, std::size_t dimension) const
    {
        return combinations_[combination_[row]][dimension];
    }

    // How many are in the places at the end of a day.
    std::uint32_t present(PositionRange places, Date day) const;
    struct Rows {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    Rows rows_of(const Period& days) const;

private:
    // Every so many rows, who is where is kept summed up: sums_[k][p] people are in places before p after k * step
    // rows.
    void sum_up();

    std::vector<Dimension> dimensions_;
    std::uint32_t places_ = 0;
    std::vector<std::uint16_t> days_;
    std::vector<std::uint32_t> from_;
    std::vector<std::uint32_t> to_;
    std::vector<std::uint32_t> who_;
    std::vector<std::uint8_t> combination_;
    std::vector<std::vector<std::uint8_t>> combinations_; // the codes of each
    std::size_t step_ = 0;
    std::vector<std::vector<std::uint32_t>> sums_;
    bool sorted_ = true;
};

// Who is in the asked places before the first of the days, who comes and goes, by combination of codes, and who is
// there at the end of the last: after = before + all arrivals - all departures.
struct ChangeCounts {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::array<std::uint32_t, 256> arrivals = {};
    std::array<std::uint32_t, 256> departures = {};
};
ChangeCounts count(const Changes& changes, const Slice& slice);
// Of one half of such counts, what the indicator means.
std::uint32_t sum_of(const Changes& changes, std::span<const std::uint32_t> by_combination, const Indicator& indicator);

// The rows behind a number, in their order.
std::vector<std::uint32_t> arrivals_of(const Changes& changes, const Slice& slice, const Indicator& indicator);
std::vector<std::uint32_t> departures_of(const Changes& changes, const Slice& slice, const Indicator& indicator);
// Of everybody present at the end of a day, the row by which they came.
std::vector<std::uint32_t> present_of(const Changes& changes, PositionRange places, Date day);

} // namespace phusa::stats
