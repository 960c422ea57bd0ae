#include "stats/pivot_blocks.hpp"

#include "stats/pivot_scan.hpp"
#include "stats/roll_up.hpp"

#include <algorithm>
#include <optional>

namespace phusa::stats
{

namespace
{

constexpr auto each = YearBlocks::rows_each;
constexpr std::size_t blocks_worth_it = 16;

// What each year adds to the number of the cell; absent where that is not the same on all its days.
std::optional<std::vector<std::uint32_t>> added_by_years(const YearBlocks& blocks, const std::vector<PivotSide>& sides)
{
    std::vector<std::uint32_t> adds;
    for (auto year : blocks.years()) {
        auto add = added(sides, Grouping::By::day, year.first, year.last);
        if (!add)
            return std::nullopt;
        adds.push_back(*add);
    }
    return adds;
}

// The blocks that count whole, with what their places add to the number of the cell, and the rows of the others.
struct Plan {
    struct Whole {
        std::size_t block = 0;
        std::uint32_t add = 0;
    };
    std::vector<Whole> wholes = {};
    std::vector<std::uint32_t> others = {};
};

Plan plan_of(const Columns& columns, RowRange rows, const std::vector<PivotSide>& sides)
{
    Plan plan;
    auto positions = columns.positions();
    for (auto first = rows.first; first < rows.end;) {
        auto end = std::min((first / each + 1) * each, rows.end);
        auto is_whole = first % each == 0 && end - first == each;
        auto add = is_whole ? added(sides, Grouping::By::position, positions[first], positions[end - 1]) : std::nullopt;
        if (add)
            plan.wholes.push_back({first / each, *add});
        else
            for (auto row = first; row < end; ++row)
                plan.others.push_back(static_cast<std::uint32_t>(row));
        first = end;
    }
    return plan;
}

void add_block(std::span<const Cell> years, const std::vector<std::uint32_t>& adds, std::uint32_t add, Ages ages,
               std::vector<Cell>& cells)
{
    for (std::size_t year = 0; year < years.size(); ++year) {
        auto at = add + adds[year];
        if (at >= cells.size())
            continue;
        if (ages == Ages::asked)
            cells[at] += years[year];
        else
            cells[at].count += years[year].count;
    }
}

} // namespace

bool count_blocks(const Columns& columns, const Slice& slice, const std::vector<PivotSide>& sides, Ages ages,
                  std::vector<Cell>& cells)
{
    auto rows = row_range(columns, slice.positions);
    auto is_known = [](const PivotSide& side) {
        return side.by == Grouping::By::position || side.by == Grouping::By::day;
    };
    if (!columns.roll_up() || rows.end - rows.first < blocks_worth_it * each || !std::ranges::all_of(sides, is_known))
        return false;
    const auto& blocks = columns.roll_up()->year_blocks();
    auto adds = added_by_years(blocks, sides);
    if (!adds)
        return false;
    auto plan = plan_of(columns, rows, sides);
    if (plan.others.size() > (rows.end - rows.first) / 2)
        return false;
    for (auto [block, add] : plan.wholes)
        add_block(blocks.block(block), *adds, add, ages, cells);
    scan(columns, plan.others, sides, ages, cells);
    return true;
}

} // namespace phusa::stats
