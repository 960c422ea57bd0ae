#include "web/reports/pivot_view.hpp"

#include "app/story_words.hpp"
#include "base/number_text.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::reports
{

namespace
{

class Looks
{
public:
    Looks(const PivotTable& table, PivotMeasure measure, bool opens) : table_(table), measure_(measure), opens_(opens)
    {
    }

    void add(std::vector<CellLook>& looks, const std::vector<PivotCell>& cells, const PivotCell& total) const
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            looks.push_back(look(cells[i], total, table_.column_totals[i]));
        looks.push_back(look(total, total, table_.whole));
    }

private:
    CellLook look(const PivotCell& cell, const PivotCell& row_total, const PivotCell& column_total) const
    {
        return {.text = pivot_text(table_, measure_, cell, row_total, column_total),
                .href = people_href(cell, opens_),
                .numeric = true};
    }

    const PivotTable& table_;
    PivotMeasure measure_;
    bool opens_;
};

} // namespace

std::string pivot_text(const PivotTable& table, PivotMeasure measure, const PivotCell& cell, const PivotCell& row_total,
                       const PivotCell& column_total)
{
    if (measure == PivotMeasure::count)
        return vietnamese_number(cell.count);
    if (measure == PivotMeasure::mean_age) {
        auto age = pivot_value(table, measure, cell, row_total, column_total);
        return std::holds_alternative<double>(age) ? shown(age, Table::Kind::decimal) : "–";
    }
    auto whole = measure == PivotMeasure::row_share      ? row_total.count
                 : measure == PivotMeasure::column_share ? column_total.count
                                                         : table.whole.count;
    return whole == 0 ? "–" : printed_share(cell.count, whole).text;
}

std::string people_href(const PivotCell& cell, bool opens)
{
    return opens && cell.people && cell.count > 0 ? people::path_of(*cell.people) : std::string();
}

std::string scope_lead(const Period& period, Date structure, Date as_of)
{
    return fmt::format("{}. Theo cơ cấu tổ chức {}, số liệu tính đến {}.", period_words(period),
                       Period{structure, structure}.vietnamese(), Period{as_of, as_of}.vietnamese());
}

View pivot_view(const PivotTable& table, PivotMeasure measure, bool opens)
{
    TableView view(fmt::format("{}, {}", title_of(measure), table.unit.name));
    view.compact().quiet_caption();
    for (const auto& side : table.rows)
        view.column(side.title);
    for (const auto& value : table.columns.values)
        view.column(value.title, true);
    view.column("Tổng số", true);
    view.empty("Không có ai được kết nạp trong phạm vi này",
               "Hãy chọn kỳ dài hơn, đơn vị khác hoặc bỏ bớt điều kiện lọc.");
    Looks looks(table, measure, opens);
    for (const auto& line : table.lines) {
        std::vector<CellLook> cells;
        for (const auto& value : line.values)
            cells.push_back({.text = value.title});
        looks.add(cells, line.cells, line.total);
        view.row(std::move(cells));
    }
    std::vector<CellLook> totals(table.rows.size());
    totals.front().text = "Tổng số";
    looks.add(totals, table.column_totals, table.whole);
    view.totals(std::move(totals));
    return std::move(view).view();
}

} // namespace phusa::web::reports
