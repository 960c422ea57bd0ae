#include "base/limits.hpp"
#include "web/api/api.hpp"
#include "web/reports/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::reports
{

namespace
{

constexpr std::string_view story_schema = R"({
    "type": "object",
    "required": ["org", "period", "structure", "as_of", "columns", "rows", "text", "figures"],
    "properties": {
        "org": {"type": "object", "required": ["code", "name"],
            "properties": {"code": {"type": "string"}, "name": {"type": "string"}}},
        "period": {"type": "object", "required": ["from", "to"],
            "properties": {"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}},
        "structure": {"type": "string", "format": "date", "description": "The day whose organisation tree counts."},
        "as_of": {"type": "string", "format": "date"},
        "columns": {"type": "array", "items": {"type": "object", "properties": {
            "key": {"type": "string"}, "title": {"type": "string"},
            "kind": {"type": "string", "enum": ["text", "count", "decimal", "percent", "date"]}}}},
        "rows": {"type": "array", "items": {"type": "object", "properties": {
            "group": {"type": "string"}, "indicator": {"type": "string"}, "count": {"type": "integer"},
            "share": {"type": ["number", "null"], "description": "Percent of the total, rounded half up."},
            "definition": {"type": "string"}, "key": {"type": "string"},
            "people": {"type": ["string", "null"], "description": "Where the people behind the number are."}}}},
        "text": {"type": "string", "description": "The paragraph, in Vietnamese."},
        "figures": {"type": "array", "items": {"type": "object", "properties": {
            "text": {"type": "string"}, "offset": {"type": "integer", "description": "In code points of text."},
            "value": {"type": "number"}, "unit": {"type": "string"}, "share": {"type": ["number", "null"]},
            "key": {"type": "string"}, "definition": {"type": "string"}, "people": {"type": ["string", "null"]}}}}}})";

void add_story_door(Site& site)
{
    site.api().add_schema("Story", std::string(story_schema));
    add_api(site, Method::get, "/api/v1/reports/story",
            {.summary = "The paragraph about a unit's admissions, with every number behind it",
             .answers = "Story",
             .parameters = {{.name = "org", .description = "code of the unit; absent: where your view begins"},
                            {.name = "period", .description = "2026, 2026-H1, 2012-Q1, 2026-04 or FROM..TO"},
                            {.name = "from", .description = "with to, in place of period", .format = "date"},
                            {.name = "to", .description = "last day of the period", .format = "date"},
                            {.name = "structure", .description = "absent: end of the period", .format = "date"},
                            {.name = "as_of", .description = "absent: today", .format = "date"}}},
            answer_story);
}

constexpr std::string_view report_schema = R"({
    "type": "object", "required": ["text"], "additionalProperties": false,
    "properties": {
        "text": {"type": "string", "description": "The report, in Vietnamese."},
        "org": {"type": "string", "description": "Code of a unit whose register it is compared with."},
        "period": {"type": "string"}, "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}})";

constexpr std::string_view figures_schema = R"({
    "type": "object", "required": ["figures"],
    "properties": {"figures": {"type": "array", "items": {"type": "object",
        "required": ["text", "offset", "value", "unit", "of", "expected", "verdict", "why"],
        "properties": {
            "text": {"type": "string"}, "offset": {"type": "integer", "description": "In code points of the text."},
            "value": {"type": "number"}, "unit": {"type": "string"},
            "of": {"type": ["integer", "null"], "description": "Index of the figure that it is reckoned from."},
            "expected": {"type": ["number", "null"]},
            "verdict": {"type": "string", "enum": ["ok", "rounded", "truncated", "wrong", "unchecked"]},
            "why": {"type": "string"}}}}}})";

void add_figures_door(Site& site)
{
    site.api().add_schema("Report", std::string(report_schema));
    site.api().add_schema("Figures", std::string(figures_schema));
    add_api(site, Method::post, "/api/v1/figures/check",
            {.summary = "The figures of a written report, each with its reckoning; nothing is stored",
             .answers = "Figures",
             .reads = "Report"},
            answer_figures);
}

} // namespace

void add_routes(Site& site)
{
    site.add(Section{.key = "bao-cao",
                     .title = "Báo cáo",
                     .path = "/bao-cao",
                     .icon = "reports",
                     .right = Right::see_reports,
                     .order = 40});
    site.get("/bao-cao", index);
    add_list(site, "/bao-cao/ket-qua", show_story, story_figures);
    add_story_door(site);
    add_pivot_routes(site);
    site.get("/bao-cao/soat-so-lieu", ask_figures);
    constexpr std::size_t upload_bytes_max = 8 * limit::report_text_bytes_max; // a Word file holds pictures too
    site.add(Route{.method = Method::post,
                   .pattern = "/bao-cao/soat-so-lieu",
                   .access = Access::signed_in,
                   .handler = {},
                   .body_bytes_max = upload_bytes_max},
             check_figures);
    add_figures_door(site);
}

} // namespace phusa::web::reports
