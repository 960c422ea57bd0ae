#include "stats/pivot_scan.hpp"

#include <algorithm>
#include <array>
#include <utility>

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
        for (; length > block_rows; length -= block_rows) {
            count_block(rows, block_rows, sides_);
            rows = rows.after(block_rows);
        }
        count_block(rows, length, sides_);
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
    // The filters come first: what they leave out is placed nowhere, and that soon.
    template<typename Rows>
    void count_block(Rows rows, std::size_t length, std::span<const PivotSide> sides)
    {
        if (!sides.empty() && sides.front().is_filter) {
            Block kept;
            auto left = with_values(sides.front(), [&](auto value) { return keep(rows, length, value, kept); });
            return count_block(Listed{kept.data()}, left, sides.subspan(1));
        }
        Block cells;
        std::fill_n(cells.begin(), length, 0U);
        for (const auto& side : sides)
            with_values(side, [&](auto value) {
                for (std::size_t i = 0; i < length; ++i)
                    cells.data()[i] += value(rows[i]);
            });
        for (std::size_t i = 0; i < length; ++i)
            cells.data()[i] = std::min(cells.data()[i], nowhere_);
        add_rows(rows, length, cells);
    }

    // Calls `use` with what says for a row how much the side adds.
    template<typename Use>
    auto with_values(const PivotSide& side, Use&& use) const
    {
        const auto* adds = side.adds.data();
        const auto beyond = static_cast<std::uint32_t>(side.adds.size() - 1);
        auto among = [&](const auto* values) {
            if (side.is_range) // no look into a long table
                return use(
                    [=, first = side.first](std::size_t row) { return std::uint32_t{values[row] - first >= beyond}; });
            return use(
                [=, first = side.first](std::size_t row) { return adds[std::min(values[row] - first, beyond)]; });
        };
        switch (side.by) {
        case Grouping::By::code: // has all codes
            return use(
                [adds, codes = columns_.codes(side.dimension).data()](std::size_t row) { return adds[codes[row]]; });
        case Grouping::By::day:
            return among(columns_.days().data());
        case Grouping::By::age:
            return among(columns_.ages_months().data());
        case Grouping::By::position:
            return among(columns_.positions().data());
        }
        std::unreachable();
    }

    // Branchless: every row is written, and kept only where the filter adds nothing.
    template<typename Rows, typename Value>
    static std::size_t keep(Rows rows, std::size_t length, Value value, Block& kept)
    {
        std::size_t left = 0;
        for (std::size_t i = 0; i < length; ++i) {
            auto row = rows[i];
            kept.data()[left] = static_cast<std::uint32_t>(row);
            left += value(row) == 0;
        }
        return left;
    }

    template<typename Rows>
    void add_rows(Rows rows, std::size_t length, const Block& cells)
    {
        if (!sums_.empty())
            add_ages(rows, length, cells);
        else if (lanes_ == lanes)
            add_in_lanes(length, cells);
        else
            for (std::size_t i = 0; i < length; ++i)
                ++counts_.data()[cells.data()[i]];
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
