#pragma once

#include "stats/day_order.hpp"
#include "stats/dimension.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace phusa::stats
{

class RollUp;

// One row per thing that is counted, as columns of small numbers: where it is, on what day, how old, and one code for
// each dimension.
//
// Positions are places in the pre-order of a tree, so that a unit with all that is below it is one range of them. Days
// are days since 1900-01-01. Ages are calendar months, 0 where unknown. After `sort` the rows lie by position, then
// day, and only then may they be counted; `sort` also makes what spares counting a walk over all of them.
class Columns
{
public:
    explicit Columns(std::vector<Dimension> dimensions);

    void reserve(std::size_t rows);
    // One code per dimension, in their order.
    void add(std::uint32_t position, std::uint16_t day, std::uint16_t age_months, std::span<const std::uint8_t> codes);
    // Returns where each row came from, so that what the caller keeps beside the columns can follow: row i was added
    // as the order[i]-th. Rows alike in position and day keep their order.
    std::vector<std::uint32_t> sort();

    // The rows on those days, by day.
    std::span<const std::uint32_t> rows_on(DayRange days) const { return by_day_.rows_on(days); }
    // From the first day that has a row to the last one.
    DayRange day_range() const { return by_day_.days(); }
    // Null where the rows are few.
    const RollUp* roll_up() const { return roll_up_.get(); }

    bool is_sorted() const { return sorted_; }
    std::size_t rows() const { return positions_.size(); }
    std::span<const Dimension> dimensions() const { return dimensions_; }
    std::optional<std::size_t> dimension(std::string_view key) const;

    std::span<const std::uint32_t> positions() const { return positions_; }
    std::span<const std::uint16_t> days() const { return days_; }
    std::span<const std::uint16_t> ages_months() const { return ages_months_; }
    std::span<const std::uint8_t> codes(std::size_t dimension) const { return codes_[dimension]; }
    // Above every code of the dimension that occurs.
    std::size_t code_end(std::size_t dimension) const { return code_ends_[dimension]; }

private:
    std::vector<Dimension> dimensions_;
    std::vector<std::uint32_t> positions_;
    std::vector<std::uint16_t> days_;
    std::vector<std::uint16_t> ages_months_;
    std::vector<std::vector<std::uint8_t>> codes_;
    std::vector<std::size_t> code_ends_;
    DayOrder by_day_;
    std::shared_ptr<const RollUp> roll_up_; // never changes: copies of the columns share it
    bool sorted_ = true;
};

} // namespace phusa::stats
