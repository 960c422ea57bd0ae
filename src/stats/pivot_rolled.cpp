#include "stats/pivot_rolled.hpp"

#include "stats/pivot_scan.hpp"
#include "stats/roll_up.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

namespace phusa::stats
{

namespace
{

constexpr std::size_t rows_worth_listing = 8; // one of so many
constexpr std::size_t entries_worth_a_thread = 20'000;

// The dimensions of the sides; false where a side is by what no summary has.
bool read_dimensions(const std::vector<PivotSide>& sides, std::vector<std::size_t>& dimensions)
{
    for (const auto& side : sides) {
        if (side.by == Grouping::By::age || side.by == Grouping::By::position)
            return false;
        if (side.by == Grouping::By::code && std::ranges::find(dimensions, side.dimension) == dimensions.end())
            dimensions.push_back(side.dimension);
    }
    return true;
}

// The spans of a summary that count whole, with what their days add to the number of the cell, and the days of the
// others, whose rows must be asked.
struct Plan {
    struct Whole {
        Summary::Span span;
        std::uint32_t add = 0;
    };
    std::vector<Whole> wholes = {};
    std::vector<DayRange> asked = {};
    std::size_t rows_asked = 0;
};

Plan plan_of(const Columns& columns, const Summary& summary, const std::vector<PivotSide>& sides, DayRange days,
             std::size_t cells)
{
    Plan plan;
    for (const auto& span : summary.spans()) {
        auto within = common(span.days, days);
        if (within.is_empty())
            continue;
        if (auto add = added(sides, Grouping::By::day, span.days.first, span.days.last)) {
            if (*add < cells)
                plan.wholes.push_back({span, *add});
        } else {
            plan.asked.push_back(within);
            plan.rows_asked += columns.rows_on(within).size();
        }
    }
    return plan;
}

// The entries of whole spans, put into cells as pivot_scan.cpp does with rows: by filters first.
class Entries
{
public:
    Entries(const Summary& summary, const std::vector<PivotSide>& sides, Ages ages, std::vector<Cell>& cells)
        : summary_(summary), ages_(ages), cells_(cells)
    {
        for (const auto& side : sides)
            if (side.by == Grouping::By::code)
                (side.is_filter ? filters_ : sides_)
                    .push_back({side.adds.data(), summary.codes(side.dimension).data()});
    }

    void add(const Plan::Whole& whole)
    {
        entries_.resize(whole.span.end - whole.span.first);
        std::iota(entries_.begin(), entries_.end(), static_cast<std::uint32_t>(whole.span.first));
        for (const auto& filter : filters_)
            keep(filter);
        for (auto entry : entries_) {
            auto at = whole.add;
            for (const auto& side : sides_)
                at += side.adds[side.codes[entry]];
            if (at < cells_.size())
                add(cells_[at], summary_.cells()[entry]);
        }
    }

private:
    struct CodeSide {
        const std::uint32_t* adds;
        const std::uint8_t* codes;
    };

    void keep(CodeSide filter)
    {
        std::size_t left = 0;
        for (auto entry : entries_) {
            entries_.data()[left] = entry;
            left += filter.adds[filter.codes[entry]] == 0;
        }
        entries_.resize(left);
    }

    void add(Cell& cell, const Cell& entry) const
    {
        if (ages_ == Ages::asked)
            cell += entry;
        else
            cell.count += entry.count;
    }

    const Summary& summary_;
    Ages ages_;
    std::vector<Cell>& cells_;
    std::vector<CodeSide> filters_;
    std::vector<CodeSide> sides_;
    std::vector<std::uint32_t> entries_;
};

// In two threads where they are many, and more than the cells that the second one needs of its own.
void add_entries(const Summary& summary, const std::vector<Plan::Whole>& wholes, const std::vector<PivotSide>& sides,
                 Ages ages, std::vector<Cell>& cells)
{
    auto add = [&](std::size_t first, std::size_t end, std::vector<Cell>& to) {
        Entries entries(summary, sides, ages, to);
        for (auto i = first; i < end; ++i)
            entries.add(wholes[i]);
    };
    if (summary.entries() < entries_worth_a_thread || cells.size() > summary.entries() / 4 || wholes.size() < 2)
        return add(0, wholes.size(), cells);
    std::vector<Cell> more(cells.size());
    {
        std::jthread other([&] { add(wholes.size() / 2, wholes.size(), more); });
        add(0, wholes.size() / 2, cells);
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] += more[i];
}

} // namespace

bool count_rolled(const Columns& columns, const Slice& slice, const std::vector<PivotSide>& sides, Ages ages,
                  std::vector<Cell>& cells)
{
    auto rows = row_range(columns, slice.positions);
    std::vector<std::size_t> dimensions;
    if (!columns.roll_up() || rows.end - rows.first != columns.rows() || !read_dimensions(sides, dimensions))
        return false;
    const auto* summary = columns.roll_up()->over(dimensions);
    if (!summary)
        return false;
    auto plan = plan_of(columns, *summary, sides, days_of(slice.days), cells.size());
    if (plan.rows_asked * rows_worth_listing > columns.rows())
        return false;
    add_entries(*summary, plan.wholes, sides, ages, cells);
    for (auto days : plan.asked)
        scan(columns, columns.rows_on(days), sides, ages, cells);
    return true;
}

} // namespace phusa::stats
