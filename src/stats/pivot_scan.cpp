#include "stats/pivot_scan.hpp"

#include <algorithm>
#include <array>

namespace phusa::stats
{

namespace
{

constexpr std::size_t block_rows = 1024;
constexpr std::size_t lanes = 4;
constexpr std::size_t cells_worth_lanes_max = 16'384;

using Block = std::array<std::uint32_t, block_rows>;

// The i-th row of a block: they follow one another, or a list says which they are.
struct Run {
    std::size_t first;
    std::size_t operator[](std::size_t i) const { return first + i; }
    Run after(std::size_t rows) const { return {first + rows}; }
};
struct Listed {
    const std::uint32_t* rows;
    std::size_t operator[](std::size_t i) const { return rows[i]; }
    Listed after(std::size_t count) const { return {rows + count}; }
};

// What the cells of a part of the rows come to. The cell behind the last one takes what is not counted, so that no row
// needs a branch.
class Part
{
public:
    Part(const Columns& columns, const std::vector<PivotSide>& sides, std::size_t cells, Ages ages)
        : columns_(columns), sides_(sides), nowhere_(static_cast<std::uint32_t>(cells)),
          lanes_(ages == Ages::left_out && cells <= cells_worth_lanes_max ? lanes : 1),
          counts_(ages == Ages::left_out ? lanes_ * (cells + 1) : 0), sums_(ages == Ages::asked ? cells + 1 : 0)
    {
    }

    template<typename Rows>
    void count(Rows rows, std::size_t length)
    {
        Block cells;
        while (length != 0) {
            auto taken = std::min(block_rows, length);
            place(rows, taken, cells);
            if (!sums_.empty())
                add_ages(rows, taken, cells);
            else if (lanes_ == lanes)
                add_in_lanes(taken, cells);
            else
                for (std::size_t i = 0; i < taken; ++i)
                    ++counts_.data()[cells.data()[i]];
            rows = rows.after(taken);
            length -= taken;
        }
    }

    void add_to(std::vector<Cell>& cells) const
    {
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            if (!sums_.empty())
                cells[cell] += sums_[cell];
            else
                for (std::size_t lane = 0; lane < lanes_; ++lane)
                    cells[cell].count += counts_[lane * (nowhere_ + 1U) + cell];
        }
    }

private:
    template<typename Rows, typename Value>
    static void add(const PivotSide& side, const Value* values, Rows rows, std::size_t length, Block& cells)
    {
        const auto* adds = side.adds.data();
        const auto beyond = static_cast<std::uint32_t>(side.adds.size() - 1);
        for (std::size_t i = 0; i < length; ++i)
            cells.data()[i] += adds[std::min(values[rows[i]] - side.first, beyond)];
    }

    template<typename Rows>
    void add_codes(const PivotSide& side, Rows rows, std::size_t length, Block& cells) const
    {
        const auto* adds = side.adds.data();
        const auto* codes = columns_.codes(side.dimension).data();
        for (std::size_t i = 0; i < length; ++i)
            cells.data()[i] += adds[codes[rows[i]]];
    }

    template<typename Rows>
    void place(Rows rows, std::size_t length, Block& cells) const
    {
        cells.fill(0);
        for (const auto& side : sides_) {
            if (side.by == Grouping::By::code)
                add_codes(side, rows, length, cells);
            else if (side.by == Grouping::By::day)
                add(side, columns_.days().data(), rows, length, cells);
            else if (side.by == Grouping::By::age)
                add(side, columns_.ages_months().data(), rows, length, cells);
            else
                add(side, columns_.positions().data(), rows, length, cells);
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

    template<typename Rows>
    void add_ages(Rows rows, std::size_t length, const Block& cells)
    {
        const auto* months = columns_.ages_months().data();
        for (std::size_t i = 0; i < length; ++i) {
            auto& sum = sums_.data()[cells.data()[i]];
            auto age = months[rows[i]];
            ++sum.count;
            sum.ages_known += age != 0;
            sum.age_months_sum += age;
        }
    }

    const Columns& columns_;
    const std::vector<PivotSide>& sides_;
    std::uint32_t nowhere_;
    std::size_t lanes_;
    std::vector<std::uint32_t> counts_; // without ages
    std::vector<Cell> sums_;            // with them
};

// `rows(n)` are the rows from the n-th on.
template<typename RowsFrom>
void scan_parts(const Columns& columns, RowRange all, RowsFrom rows, const std::vector<PivotSide>& sides, Ages ages,
                std::vector<Cell>& cells)
{
    Part first(columns, sides, cells.size(), ages);
    Part second(columns, sides, cells.size(), ages);
    auto count = [&](Part& part, RowRange range) { part.count(rows(range.first), range.end - range.first); };
    in_threads(all, [&](RowRange range) { count(first, range); }, [&](RowRange range) { count(second, range); });
    first.add_to(cells);
    second.add_to(cells);
}

} // namespace

void scan(const Columns& columns, RowRange rows, const std::vector<PivotSide>& sides, Ages ages,
          std::vector<Cell>& cells)
{
    scan_parts(columns, rows, [](std::size_t first) { return Run{first}; }, sides, ages, cells);
}

void scan(const Columns& columns, std::span<const std::uint32_t> rows, const std::vector<PivotSide>& sides, Ages ages,
          std::vector<Cell>& cells)
{
    scan_parts(
        columns, {0, rows.size()}, [&](std::size_t first) { return Listed{rows.data() + first}; }, sides, ages, cells);
}

} // namespace phusa::stats
