#include "stats/pivot.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <thread>

namespace phusa::stats
{

namespace
{

constexpr std::size_t block_rows = 1024;
constexpr std::size_t rows_worth_a_thread = 500'000;
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
    ready.push_back(side_of(columns, group_by_days({&slice.days, 1}), 0, cells));
    return ready;
}

void count(const Columns& columns, RowRange rows, const std::vector<Side>& sides, Ages ages,
           std::vector<Pivot::Cell>& cells)
{
    Part first(columns, sides, cells.size(), ages);
    if (rows.end - rows.first < 2 * rows_worth_a_thread) {
        first.count(rows);
        return first.add_to(cells);
    }
    auto middle = rows.first + (rows.end - rows.first) / 2;
    Part second(columns, sides, cells.size(), ages);
    {
        std::jthread other([&] { second.count({middle, rows.end}); });
        first.count({rows.first, middle});
    }
    first.add_to(cells);
    second.add_to(cells);
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
    if (cells != 0)
        count(columns, row_range(columns, slice.positions),
              sides_of(columns, slice, sides, filters, static_cast<std::uint32_t>(cells)), ages, result.cells);
    return result;
}

} // namespace phusa::stats
