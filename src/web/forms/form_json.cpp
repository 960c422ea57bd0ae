#include "web/forms/form_json.hpp"

#include "base/text.hpp"
#include "web/http/fields.hpp"
#include "web/reports/table_json.hpp"

#include <fmt/format.h>

namespace phusa::web::forms
{

namespace
{

namespace json = boost::json;

json::value entries_of(const FormSheet& sheet, const stats::FormRow& row, std::optional<double> value, bool before,
                       bool with_people)
{
    using enum stats::FormMeasure;
    if (row.counts == nothing || row.counts == mean_age || !value || *value == 0)
        return nullptr;
    if (!with_people && row.counts != organisations)
        return nullptr;
    Fields query{{"row", row.what.key},           {"column", before ? "previous" : "current"},
                 {"org", sheet.unit.code},        {"from", sheet.period.first.iso()},
                 {"to", sheet.period.last.iso()}, {"structure", sheet.structure.iso()},
                 {"as_of", sheet.as_of.iso()}};
    if (sheet.recorded)
        query.add("recorded", std::to_string(sheet.recorded->value));
    return json::string(
        fmt::format("/api/v1/reports/forms/{}/entries?{}", lower_case(sheet.form->code), query.urlencoded()));
}

json::array rows_of(const FormSheet& sheet, bool with_people)
{
    auto table = form_table(sheet);
    json::array rows;
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
        const auto& line = sheet.lines[i];
        const auto& form_row = sheet.form->rows[line.row];
        auto row = reports::row_json(table, i);
        row["level"] = form_row.level;
        row["definition"] = form_row.what.definition;
        row["people"] = {{"current", entries_of(sheet, form_row, line.now, false, with_people)},
                         {"previous", entries_of(sheet, form_row, line.before, true, with_people)}};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::string form_json(const FormSheet& sheet, bool with_people)
{
    json::object whole{{"org", {{"code", sheet.unit.code}, {"name", sheet.unit.name}}},
                       {"period", {{"from", sheet.period.first.iso()}, {"to", sheet.period.last.iso()}}},
                       {"structure", sheet.structure.iso()},
                       {"as_of", sheet.as_of.iso()}};
    if (sheet.recorded)
        whole["recorded"] = sheet.recorded->value;
    whole["columns"] = reports::columns_json(form_table(sheet));
    whole["rows"] = rows_of(sheet, with_people);
    return reports::json_text(whole);
}

} // namespace phusa::web::forms
