#include "app/pivot/pivot.hpp"

#include "app/pivot/filters.hpp"
#include "app/report_place.hpp"
#include "stats/pivot.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::uint64_t cells_shown_max = 60'000; // more is no table that anybody reads

struct Sides {
    std::vector<PivotDimension> rows;
    std::optional<PivotDimension> columns;
};

// On the command line the option is named; on the page the message stands beside its field.
std::unexpected<Problem> fault(const std::string& option, const std::string& message)
{
    return invalid(option, option.starts_with("--") ? fmt::format("{}: {}", option, message) : message);
}

Result<void> check_sides(const PivotQuestion& asked, const PivotOptions& options)
{
    if (asked.rows.empty() || asked.rows.size() > 2)
        return fault(options.rows, "hãy ghi một hoặc hai chiều, như occupation,sex");
    return {};
}

Result<Sides> sides_of(const PivotFrame& frame, const PivotQuestion& asked, const PivotOptions& options)
{
    TRY_DO(check_sides(asked, options));
    Sides sides;
    for (const auto& key : asked.rows)
        sides.rows.push_back(TRY(pivot_dimension(frame, key, options.rows)));
    if (!asked.columns.empty())
        sides.columns = TRY(pivot_dimension(frame, asked.columns, options.columns));
    if (sides.rows.size() == 2 && asked.rows[0] == asked.rows[1])
        return fault(options.rows, fmt::format("“{}” có hai lần; hãy chọn hai chiều khác nhau.", sides.rows[0].title));
    if (sides.columns && std::ranges::find(asked.rows, asked.columns) != asked.rows.end())
        return fault(options.columns,
                     fmt::format("“{}” đã là dòng; hãy chọn chiều khác làm cột.", sides.columns->title));
    std::uint64_t cells = sides.columns ? sides.columns->values.size() : 1;
    for (const auto& side : sides.rows)
        cells *= side.values.size();
    if (cells > stats::pivot_cells_max)
        return fault(options.rows, fmt::format("bảng này có tới {} ô; hãy chọn chiều ít giá trị hơn, kỳ ngắn hơn hoặc "
                                               "đơn vị nhỏ hơn",
                                               cells));
    return sides;
}

PivotTable::Side side_of(const PivotDimension& dimension)
{
    return {.key = dimension.key, .title = dimension.title, .values = {}};
}

// Turns the dense cells of the count into the lines that are shown.
class Writer
{
public:
    Writer(PivotTable& table, const Sides& sides, const stats::Pivot& counted, const PivotCondition& filters)
        : table_(table), sides_(sides), counted_(counted), filters_(filters),
          width_(sides.columns ? sides.columns->values.size() : 1)
    {
        within_.admitted_at = table.unit.id;
        within_.structure = table.structure;
        within_.admitted_from = table.period.first;
        within_.admitted_to = std::min(table.period.last, table.as_of);
    }

    Result<void> write(const std::string& option)
    {
        choose_columns();
        auto outer = sides_.rows.front().values.size();
        auto inner = sides_.rows.size() == 2 ? sides_.rows[1].values.size() : 1;
        for (std::size_t first = 0; first < outer; ++first)
            for (std::size_t second = 0; second < inner; ++second)
                add_line(first, second, (first * inner + second) * width_);
        add_totals();
        if (table_.lines.size() * (columns_.size() + 1) > cells_shown_max)
            return fault(option,
                         fmt::format("bảng này có {} dòng và {} cột; hãy chọn chiều ít giá trị hơn hoặc lọc bớt",
                                     table_.lines.size(), columns_.size()));
        return {};
    }

private:
    void choose_columns()
    {
        if (!sides_.columns)
            return;
        table_.columns = side_of(*sides_.columns);
        std::vector<bool> has_any(width_);
        for (std::size_t column = 0; column < width_; ++column)
            has_any[column] = sides_.columns->keeps_empty && !sides_.columns->values[column].is_rest;
        for (std::size_t cell = 0; cell < counted_.cells.size(); ++cell)
            if (counted_.cells[cell].count != 0)
                has_any[cell % width_] = true;
        for (std::size_t column = 0; column < width_; ++column)
            if (has_any[column]) {
                columns_.push_back(column);
                const auto& value = sides_.columns->values[column];
                table_.columns.values.push_back({value.key, value.title});
            }
    }

    PivotCell cell_of(const stats::Pivot::Cell& counted, const PivotCondition& condition) const
    {
        return {.count = counted.count,
                .ages_known = counted.ages_known,
                .age_months = static_cast<std::int64_t>(counted.age_months_sum),
                .people = people_behind(condition, within_)};
    }

    // A year or a unit without anybody is a line of its own, but not a combination of two.
    bool is_shown(std::size_t first, const stats::Pivot::Cell& total) const
    {
        const auto& outer = sides_.rows.front();
        return total.count != 0 || (sides_.rows.size() == 1 && outer.keeps_empty && !outer.values[first].is_rest);
    }

    void add_line(std::size_t first, std::size_t second, std::size_t from)
    {
        stats::Pivot::Cell total;
        for (std::size_t column = 0; column < width_; ++column)
            total += counted_.cells[from + column];
        if (!is_shown(first, total))
            return;
        PivotTable::Row line;
        auto condition = filters_;
        for (auto [side, value] : {std::pair(std::size_t{0}, first), std::pair(std::size_t{1}, second)})
            if (side < sides_.rows.size()) {
                const auto& said = sides_.rows[side].values[value];
                line.values.push_back({said.key, said.title});
                condition.narrow(said.condition);
            }
        for (auto column : columns_) {
            auto both = condition;
            both.narrow(sides_.columns->values[column].condition);
            line.cells.push_back(cell_of(counted_.cells[from + column], both));
        }
        line.total = cell_of(total, condition);
        table_.lines.push_back(std::move(line));
    }

    void add_totals()
    {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto condition = filters_;
            condition.narrow(sides_.columns->values[columns_[i]].condition);
            PivotCell total{.people = people_behind(condition, within_)};
            for (const auto& line : table_.lines)
                total.add(line.cells[i]);
            table_.column_totals.push_back(std::move(total));
        }
        table_.whole.people = people_behind(filters_, within_);
        for (const auto& line : table_.lines)
            table_.whole.add(line.total);
    }

    PivotTable& table_;
    const Sides& sides_;
    const stats::Pivot& counted_;
    const PivotCondition& filters_;
    std::size_t width_;
    std::vector<std::size_t> columns_; // those that are shown
    PeopleQuestion within_;
};

} // namespace

void PivotCell::add(const PivotCell& other)
{
    count += other.count;
    ages_known += other.ages_known;
    age_months += other.age_months;
}

double PivotCell::mean_age() const
{
    return ages_known ? static_cast<double>(age_months) / (12.0 * static_cast<double>(ages_known)) : 0;
}

Result<PivotTable> pivot(App& app, const Actor& actor, const PivotQuestion& asked, const PivotOptions& options)
{
    auto as_of = asked.scope.as_of.value_or(app.today());
    auto period = asked.scope.period ? *asked.scope.period : default_story_period(app, as_of);
    auto place = TRY(report_place(app, actor, asked.scope, period, as_of));
    auto cube = admission_cube(app, place.structure);
    PivotFrame frame{
        .cube = *cube, .unit = *cube->tree->find(place.unit.id), .days = {period.first, std::min(period.last, as_of)}};
    auto sides = TRY(sides_of(frame, asked, options));
    auto sieve = TRY(pivot_sieve(frame, asked.filters, options.filter));
    std::vector<stats::Grouping> groupings;
    for (const auto& side : sides.rows)
        groupings.push_back(side.grouping);
    if (sides.columns)
        groupings.push_back(sides.columns->grouping);
    auto counted = stats::pivot(cube->columns, {cube->range_of(place.unit.id), frame.days}, groupings, sieve.groupings,
                                stats::Ages::asked);
    PivotTable table{.unit = place.unit,
                     .period = period,
                     .structure = place.structure,
                     .as_of = as_of,
                     .is_unfinished = as_of < period.last,
                     .rows = {},
                     .columns = {},
                     .filters = std::move(sieve.words),
                     .lines = {},
                     .column_totals = {},
                     .whole = {}};
    for (const auto& side : sides.rows)
        table.rows.push_back(side_of(side));
    TRY_DO(Writer(table, sides, counted, sieve.condition).write(options.rows));
    return table;
}

} // namespace phusa
