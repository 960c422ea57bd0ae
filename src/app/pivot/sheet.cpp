#include "app/pivot/pivot.hpp"
#include "app/story_words.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace phusa
{

namespace
{

constexpr std::array<Named<PivotMeasure>, 5> measures = {{
    {PivotMeasure::count, "count", "Số người"},
    {PivotMeasure::row_share, "row_share", "Tỷ lệ trong dòng (%)"},
    {PivotMeasure::column_share, "column_share", "Tỷ lệ trong cột (%)"},
    {PivotMeasure::total_share, "total_share", "Tỷ lệ trong tổng số (%)"},
    {PivotMeasure::mean_age, "mean_age", "Tuổi bình quân"},
}};

Cell share(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? Cell() : Cell(printed_share(part, whole).value);
}

double one_decimal(double number) { return std::round(number * 10) / 10; }

std::string day_words(Date day) { return day.vietnamese(); }

Table::Kind kind_of(PivotMeasure measure)
{
    if (measure == PivotMeasure::count)
        return Table::Kind::count;
    return measure == PivotMeasure::mean_age ? Table::Kind::decimal : Table::Kind::percent;
}

} // namespace

std::string_view key_of(PivotMeasure measure) { return named<PivotMeasure>(measures, measure).key; }
std::string_view title_of(PivotMeasure measure) { return named<PivotMeasure>(measures, measure).title; }
std::optional<PivotMeasure> pivot_measure(std::string_view key) { return value_of<PivotMeasure>(measures, key); }
std::vector<PivotMeasure> all_pivot_measures() { return values_of<PivotMeasure>(measures); }

Cell pivot_value(const PivotTable& table, PivotMeasure measure, const PivotCell& cell, const PivotCell& row_total,
                 const PivotCell& column_total)
{
    switch (measure) {
    case PivotMeasure::count:
        return cell.count;
    case PivotMeasure::row_share:
        return share(cell.count, row_total.count);
    case PivotMeasure::column_share:
        return share(cell.count, column_total.count);
    case PivotMeasure::total_share:
        return share(cell.count, table.whole.count);
    case PivotMeasure::mean_age:
        return cell.ages_known == 0 ? Cell() : Cell(one_decimal(cell.mean_age()));
    }
    std::unreachable();
}

Table pivot_sheet(const PivotTable& table, PivotMeasure measure)
{
    std::vector<std::string> sides;
    for (const auto& side : table.rows)
        sides.push_back(lower_case(side.title));
    if (!table.columns.key.empty())
        sides.push_back(lower_case(table.columns.title));
    Table sheet{.title = fmt::format("Đảng viên mới kết nạp theo {}", fmt::join(sides, ", ")),
                .notes = {fmt::format("Phạm vi: {}; {}", table.unit.name, period_words(table.period)),
                          fmt::format("Cơ cấu tổ chức ngày {}; số liệu tính đến ngày {}", day_words(table.structure),
                                      day_words(table.as_of)),
                          fmt::format("Trong ô: {}", title_of(measure))},
                .columns = {},
                .rows = {}};
    if (!table.filters.empty())
        sheet.notes.push_back(fmt::format("Chỉ tính: {}", fmt::join(table.filters, "; ")));
    for (const auto& side : table.rows)
        sheet.columns.push_back({side.key, side.title, Table::Kind::text});
    for (const auto& value : table.columns.values)
        sheet.columns.push_back({value.key, value.title, kind_of(measure)});
    sheet.columns.push_back({"total", "Tổng số", kind_of(measure)});
    auto add = [&](std::vector<Cell> row, const std::vector<PivotCell>& cells, const PivotCell& total) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.push_back(pivot_value(table, measure, cells[i], total, table.column_totals[i]));
        row.push_back(pivot_value(table, measure, total, total, table.whole));
        sheet.rows.push_back(std::move(row));
    };
    for (const auto& line : table.lines) {
        std::vector<Cell> row;
        for (const auto& value : line.values)
            row.emplace_back(value.title);
        add(std::move(row), line.cells, line.total);
    }
    std::vector<Cell> row(table.rows.size(), Cell(std::string()));
    row.front() = std::string("Tổng số");
    add(std::move(row), table.column_totals, table.whole);
    return sheet;
}

} // namespace phusa
