#include "web/api/api.hpp"
#include "web/reports/handlers.hpp"
#include "web/reports/pivot_view.hpp"
#include "web/site/list.hpp"

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view pivot_schema = R"({
    "type": "object",
    "required": ["org", "period", "structure", "as_of", "measure", "filters", "columns", "rows"],
    "properties": {
        "org": {"type": "object", "required": ["code", "name"],
            "properties": {"code": {"type": "string"}, "name": {"type": "string"}}},
        "period": {"type": "object", "required": ["from", "to"],
            "properties": {"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}},
        "structure": {"type": "string", "format": "date", "description": "The day whose organisation tree counts."},
        "as_of": {"type": "string", "format": "date"},
        "measure": {"type": "string", "enum": ["count", "row_share", "column_share", "total_share", "mean_age"]},
        "filters": {"type": "array", "items": {"type": "string"}, "description": "In Vietnamese words."},
        "columns": {"type": "array", "items": {"type": "object", "properties": {
            "key": {"type": "string"}, "title": {"type": "string"},
            "kind": {"type": "string", "enum": ["text", "count", "decimal", "percent", "date"]}}}},
        "rows": {"type": "array", "description": "The totals come last.", "items": {"type": "object",
            "required": ["key", "total", "people"], "properties": {
            "key": {"type": "string", "description": "Keys of the row's values, a comma between two; or total."},
            "total": {"type": ["number", "null"]},
            "people": {"type": "object", "description": "By column, where the people behind the number are."}}}}}})";

} // namespace

void add_pivot_routes(Site& site)
{
    add_list(site, std::string(pivot_path), show_pivot, pivot_rows);
    add_list(site, std::string(trend_path), show_trend, trend_rows);
    site.api().add_schema("Pivot", std::string(pivot_schema));
    add_api(
        site, Method::get, "/api/v1/reports/pivot",
        {.summary = "Admissions by one or two dimensions against another: counts, shares or mean ages",
         .answers = "Pivot",
         .parameters = {{.name = "rows", .description = "one or two dimensions: occupation,sex"},
                        {.name = "columns", .description = "a dimension: year; absent: totals only"},
                        {.name = "measure", .description = "count, row_share, column_share, total_share, mean_age"},
                        {.name = "filter",
                         .description = "sex=female, occupation=farmer,student or indicator=women; may be repeated"},
                        {.name = "org", .description = "code of the unit; absent: where your view begins"},
                        {.name = "period", .description = "2026, 2026-H1, 2012-Q1, 2026-04 or FROM..TO"},
                        {.name = "from", .description = "with to, in place of period", .format = "date"},
                        {.name = "to", .description = "last day of the period", .format = "date"},
                        {.name = "structure", .description = "absent: end of the period", .format = "date"},
                        {.name = "as_of", .description = "absent: today", .format = "date"}}},
        answer_pivot);
}

} // namespace phusa::web::reports
