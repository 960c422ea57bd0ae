#pragma once

#include "stats/cell.hpp"
#include "stats/day_range.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace phusa::stats
{

// The codes that occur in one dimension, numbered without gaps.
struct CodeNumbers {
    std::vector<std::uint8_t> codes = {}; // by number
    std::array<std::uint8_t, 256> number_of = {};

    explicit CodeNumbers(std::span<const std::uint8_t> occurring);
};

// Rows read out for summing up, those of one span side by side: the numbers of their codes, and each as a PackedCell.
struct SummaryRows {
    std::vector<std::vector<std::uint8_t>> numbers; // by dimension
    std::vector<std::uint64_t> packed;
};

// Rows summed up over some dimensions: in each span of days, every combination of their codes that occurs, once, with
// how many rows have it and how old these are. Any question about these dimensions and about whole spans has the same
// answer here as in the rows.
class Summary
{
public:
    // An entry is a combination in a span.
    struct Span {
        DayRange days;
        std::size_t first = 0;
        std::size_t end = 0;
    };

    // `all` has the numbers of every dimension of the columns.
    Summary(std::vector<std::size_t> dimensions, const std::vector<CodeNumbers>& all);

    // Whether combinations can be told apart at all: there are less than 2^64 thinkable ones.
    bool is_possible() const { return combinations_ != 0; }
    // The rows from `first` up to, not including, `end` are one span, later than the last one.
    void add(DayRange days, const SummaryRows& rows, std::size_t first, std::size_t end);

    // Gives back the room that was kept for more spans.
    void shrink();

    std::span<const std::size_t> dimensions() const { return dimensions_; }
    std::span<const Span> spans() const { return spans_; }
    std::size_t entries() const { return cells_.size(); }
    std::span<const Cell> cells() const { return cells_; }
    // Of one of the dimensions, by its number in the columns.
    std::span<const std::uint8_t> codes(std::size_t dimension) const;

private:
    void add_by_table(const SummaryRows& rows, std::size_t first, std::size_t end);
    void sum_up(const SummaryRows& rows, std::size_t first, std::size_t end, std::vector<std::uint64_t>& sums) const;
    void add_by_order(const SummaryRows& rows, std::size_t first, std::size_t end);
    void push(std::uint64_t combination, const Cell& cell);

    std::vector<std::size_t> dimensions_;
    std::vector<const CodeNumbers*> numbers_;
    std::uint64_t combinations_ = 1; // thinkable ones; 0: too many
    std::vector<Span> spans_;
    std::vector<std::vector<std::uint8_t>> codes_;
    std::vector<Cell> cells_;
};

} // namespace phusa::stats
