#include "web/reports/pivot_json.hpp"

#include "web/people/address.hpp"
#include "web/reports/table_json.hpp"

#include <boost/json.hpp>

namespace phusa::web::reports
{

namespace
{

namespace json = boost::json;

json::value people_of(const PivotCell& cell, bool with_people)
{
    if (!cell.people || !with_people || cell.count == 0)
        return nullptr;
    return json::string("/api/v1/people?" + people::query_of(*cell.people, people::Naming::api));
}

std::string key_of(const PivotTable::Row& line)
{
    return line.values.size() == 2 ? line.values[0].key + "," + line.values[1].key : line.values[0].key;
}

json::object people_of(const PivotTable& table, const std::vector<PivotCell>& cells, const PivotCell& total,
                       bool with_people)
{
    json::object people;
    for (std::size_t i = 0; i < cells.size(); ++i)
        people[table.columns.values[i].key] = people_of(cells[i], with_people);
    people["total"] = people_of(total, with_people);
    return people;
}

} // namespace

std::string pivot_json(const PivotTable& table, PivotMeasure measure, bool with_people)
{
    auto sheet = pivot_sheet(table, measure);
    json::array rows;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        bool is_total = i == table.lines.size();
        json::object row;
        for (std::size_t column = 0; column < sheet.columns.size(); ++column)
            row[sheet.columns[column].key] = cell_json(sheet.rows[i][column]);
        row["key"] = is_total ? "total" : key_of(table.lines[i]);
        row["people"] = is_total ? people_of(table, table.column_totals, table.whole, with_people)
                                 : people_of(table, table.lines[i].cells, table.lines[i].total, with_people);
        rows.push_back(std::move(row));
    }
    json::array filters;
    for (const auto& words : table.filters)
        filters.push_back(json::string(words));
    json::object whole{{"org", {{"code", table.unit.code}, {"name", table.unit.name}}},
                       {"period", {{"from", table.period.first.iso()}, {"to", table.period.last.iso()}}},
                       {"structure", table.structure.iso()},
                       {"as_of", table.as_of.iso()},
                       {"measure", phusa::key_of(measure)},
                       {"filters", std::move(filters)},
                       {"columns", columns_json(sheet)},
                       {"rows", std::move(rows)}};
    return json_text(whole);
}

} // namespace phusa::web::reports
