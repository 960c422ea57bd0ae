#include "stats/pivot.hpp"

#include "stats/code_pairs.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <thread>

namespace phusa::stats
{

namespace
{

constexpr std::size_t block_rows = 1024;
constexpr std::size_t rows_worth_a_thread = 500'000;
constexpr std::size_t rows_worth_pairs = 30'000;
constexpr std::size_t lanes = 4;
constexpr std::size_t cells_worth_lanes_max = 16'384;

using Block = std::array<std::uint32_t, block_rows>;

// A grouping made ready: what a value adds to the number of the cell. The last entry is for values beyond the table.
struct Side {
    const std::uint8_t* codes = nullptr; // of By::code; else one of the next two
    const std::uint16_t* narrow = nullptr;
    const std::uint32_t* wide = nullptr;
    std::uint32_t first = 0;
    std::vector<std::uint32_t> adds;
};

// What the cells of a part of the rows come to. The cell behind the last one takes what is not counted, so that no row
// needs a branch.
class Part
{
public:
    Part(const Columns& columns, const std::vector<Side>& sides, std::size_t cells, Ages ages)
        : columns_(columns), sides_(sides), nowhere_(static_cast<std::uint32_t>(cells)),
          lanes_(cells <= cells_worth_lanes_max ? lanes : 1), counts_(lanes_ * (cells + 1)),
          ages_(ages == Ages::asked ? cells + 1 : 0)
    {
    }

    void count(RowRange rows)
    {
        Block cells;
        for (auto row = rows.first; row < rows.end; row += block_rows) {
            auto length = std::min(block_rows, rows.end - row);
            place(row, length, cells);
            if (lanes_ == lanes)
                add_in_lanes(length, cells);
            else
                for (std::size_t i = 0; i < length; ++i)
                    ++counts_.data()[cells.data()[i]];
            if (!ages_.empty())
                add_ages(row, length, cells);
        }
    }

    void add_to(std::vector<Pivot::Cell>& cells) const
    {
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            for (std::size_t lane = 0; lane < lanes_; ++lane)
                cells[cell].count += counts_[lane * (nowhere_ + 1U) + cell];
            if (!ages_.empty()) {
                cells[cell].ages_known += ages_[cell].known;
                cells[cell].age_months_sum += ages_[cell].months;
            }
        }
    }

private:
    struct AgeSum {
        std::uint64_t months = 0;
        std::uint32_t known = 0;
    };

    template<typename Value>
    static void add(const Side& side, const Value* values, std::size_t length, Block& cells)
    {
        const auto* adds = side.adds.data();
        const auto beyond = static_cast<std::uint32_t>(side.adds.size() - 1);
        for (std::size_t i = 0; i < length; ++i)
            cells.data()[i] += adds[std::min(values[i] - side.first, beyond)];
    }

    void place(std::size_t row, std::size_t length, Block& cells) const
    {
        cells.fill(0);
        for (const auto& side : sides_) {
            if (side.codes)
                for (std::size_t i = 0; i < length; ++i)
                    cells.data()[i] += side.adds.data()[side.codes[row + i]];
            else if (side.narrow)
                add(side, side.narrow + row, length, cells);
            else
                add(side, side.wide + row, length, cells);
        }
        for (std::size_t i = 0; i < length; ++i)
            cells.data()[i] = std::min(cells.data()[i], nowhere_);
    }

    // Equal neighbours do not wait for one another.
    void add_in_lanes(std::size_t length, const Block& cells)
    {
        const auto stride = nowhere_ + 1U;
        auto* counts = counts_.data();
        std::size_t i = 0;
        for (; i + lanes <= length; i += lanes)
            for (std::size_t lane = 0; lane < lanes; ++lane)
                ++counts[lane * stride + cells.data()[i + lane]];
        for (; i < length; ++i)
            ++counts[cells.data()[i]];
    }

    void add_ages(std::size_t row, std::size_t length, const Block& cells)
    {
        const auto* months = columns_.ages_months().data() + row;
        for (std::size_t i = 0; i < length; ++i) {
            auto& sum = ages_.data()[cells.data()[i]];
            sum.months += months[i];
            sum.known += months[i] != 0;
        }
    }

    const Columns& columns_;
    const std::vector<Side>& sides_;
    std::uint32_t nowhere_;
    std::size_t lanes_;
    std::vector<std::uint32_t> counts_;
    std::vector<AgeSum> ages_;
};

// Group g adds g · step; what is in no group adds so much that the row ends nowhere.
Side side_of(const Columns& columns, const Grouping& grouping, std::uint32_t step, std::uint32_t nowhere)
{
    Side side{.first = grouping.first, .adds = {}};
    side.adds.reserve(grouping.group_of.size() + 1);
    for (auto group : grouping.group_of)
        side.adds.push_back(group == Grouping::none ? nowhere : group * step);
    side.adds.push_back(nowhere);
    switch (grouping.by) {
    case Grouping::By::code:
        assert(grouping.first == 0 && grouping.group_of.size() == 256);
        side.codes = columns.codes(grouping.dimension).data();
        break;
    case Grouping::By::day:
        side.narrow = columns.days().data();
        break;
    case Grouping::By::age:
        side.narrow = columns.ages_months().data();
        break;
    case Grouping::By::position:
        side.wide = columns.positions().data();
        break;
    }
    return side;
}

bool has_all_days(const Slice& slice)
{
    auto days = days_of(slice.days);
    return days.first == 0 && days.last == std::numeric_limits<std::uint16_t>::max();
}

std::vector<Side> sides_of(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
                           std::span<const Grouping> filters, std::uint32_t cells)
{
    std::vector<Side> ready;
    auto step = cells;
    for (const auto& side : sides) {
        step /= std::max(side.groups, 1U);
        ready.push_back(side_of(columns, side, step, cells));
    }
    for (const auto& filter : filters)
        ready.push_back(side_of(columns, filter, 0, cells));
    if (!has_all_days(slice))
        ready.push_back(side_of(columns, group_by_days({&slice.days, 1}), 0, cells));
    return ready;
}

// Calls `work` on the rows, or on each half of them in a thread of its own where they are many.
template<typename First, typename Second>
void in_threads(RowRange rows, First&& first, Second&& second)
{
    if (rows.end - rows.first < 2 * rows_worth_a_thread)
        return first(rows);
    auto middle = rows.first + (rows.end - rows.first) / 2;
    std::jthread other([&] { second(RowRange{middle, rows.end}); });
    first(RowRange{rows.first, middle});
}

void count(const Columns& columns, RowRange rows, const std::vector<Side>& sides, Ages ages,
           std::vector<Pivot::Cell>& cells)
{
    Part first(columns, sides, cells.size(), ages);
    Part second(columns, sides, cells.size(), ages);
    in_threads(rows, [&](RowRange part) { first.count(part); }, [&](RowRange part) { second.count(part); });
    first.add_to(cells);
    second.add_to(cells);
}

bool are_code_pairs(const Slice& slice, std::span<const Grouping> sides, std::span<const Grouping> filters, Ages ages)
{
    auto by_code = [](const Grouping& side) { return side.by == Grouping::By::code; };
    return sides.size() == 2 && std::ranges::all_of(sides, by_code) && filters.empty() && ages == Ages::left_out &&
           has_all_days(slice);
}

void count_pairs(const Columns& columns, RowRange rows, std::span<const Grouping> sides,
                 std::vector<Pivot::Cell>& cells)
{
    auto outer = columns.codes(sides[0].dimension);
    auto inner = columns.codes(sides[1].dimension);
    CodePairs first;
    CodePairs second;
    auto add = [&](CodePairs& pairs, RowRange part) {
        auto length = part.end - part.first;
        pairs.add(outer.subspan(part.first, length), inner.subspan(part.first, length));
    };
    in_threads(rows, [&](RowRange part) { add(first, part); }, [&](RowRange part) { add(second, part); });
    for (std::size_t a = 0; a < sides[0].group_of.size(); ++a)
        for (std::size_t b = 0; b < sides[1].group_of.size(); ++b) {
            auto row = sides[0].group_of[a];
            auto column = sides[1].group_of[b];
            if (row == Grouping::none || column == Grouping::none)
                continue;
            auto code_a = static_cast<std::uint8_t>(a);
            auto code_b = static_cast<std::uint8_t>(b);
            cells[static_cast<std::size_t>(row) * sides[1].groups + column].count +=
                first.at(code_a, code_b) + second.at(code_a, code_b);
        }
}

} // namespace

Pivot::Cell& Pivot::Cell::operator+=(const Cell& other)
{
    count += other.count;
    ages_known += other.ages_known;
    age_months_sum += other.age_months_sum;
    return *this;
}

double Pivot::Cell::mean_age() const
{
    constexpr double months_a_year = 12;
    return ages_known == 0 ? 0 : static_cast<double>(age_months_sum) / ages_known / months_a_year;
}

Pivot pivot(const Columns& columns, const Slice& slice, std::span<const Grouping> sides,
            std::span<const Grouping> filters, Ages ages)
{
    Pivot result;
    std::uint64_t cells = 1;
    for (const auto& side : sides) {
        result.sizes.push_back(side.groups);
        cells *= side.groups;
    }
    assert(cells <= pivot_cells_max);
    result.cells.resize(cells);
    auto rows = row_range(columns, slice.positions);
    bool are_many = rows.end - rows.first > rows_worth_pairs; // else making room for all pairs takes longer
    if (cells != 0 && are_many && are_code_pairs(slice, sides, filters, ages))
        count_pairs(columns, rows, sides, result.cells);
    else if (cells != 0)
        count(columns, rows, sides_of(columns, slice, sides, filters, static_cast<std::uint32_t>(cells)), ages,
              result.cells);
    return result;
}

} // namespace phusa::stats
