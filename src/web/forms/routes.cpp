#include "web/api/api.hpp"
#include "web/forms/handlers.hpp"
#include "web/site/list.hpp"
#include "web/site/resources.hpp"

namespace phusa::web::forms
{

namespace
{

constexpr std::string_view form_schema = R"({
    "type": "object",
    "required": ["org", "period", "structure", "as_of", "columns", "rows"],
    "properties": {
        "org": {"type": "object", "required": ["code", "name"],
            "properties": {"code": {"type": "string"}, "name": {"type": "string"}}},
        "period": {"type": "object", "required": ["from", "to"],
            "properties": {"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}},
        "structure": {"type": "string", "format": "date", "description": "The day whose organisation tree counts."},
        "as_of": {"type": "string", "format": "date"},
        "recorded": {"type": "integer", "description": "Where it was asked: the audit row up to which the register was read."},
        "columns": {"type": "array", "items": {"type": "object", "properties": {
            "key": {"type": "string"}, "title": {"type": "string"},
            "kind": {"type": "string", "enum": ["text", "count", "decimal", "percent", "date"]}}}},
        "rows": {"type": "array", "items": {"type": "object", "properties": {
            "key": {"type": "string"}, "number": {"type": "string"}, "criterion": {"type": "string"},
            "current": {"type": ["number", "null"]},
            "previous": {"type": ["number", "null"], "description": "The same period a year before."},
            "percent": {"type": ["number", "null"], "description": "current * 100 / previous; null where previous is 0."},
            "level": {"type": "integer"}, "definition": {"type": "string"},
            "people": {"type": "object", "description": "Where the entries behind both numbers are.", "properties": {
                "current": {"type": ["string", "null"]}, "previous": {"type": ["string", "null"]}}}}}}}})";

constexpr std::string_view listed_schema = R"({
    "type": "object",
    "properties": {"code": {"type": "string"}, "number": {"type": "string"}, "title": {"type": "string"},
        "source": {"type": "string"}, "confidence": {"type": "string"},
        "valid_from": {"type": "string", "format": "date"}, "href": {"type": "string"}}})";

constexpr std::string_view entry_schema = R"({
    "type": "object",
    "properties": {
        "person": {"type": "integer"}, "organisation": {"type": "integer"}, "name": {"type": "string"},
        "born": {"type": "string"}, "on": {"type": "string", "format": "date"}, "what": {"type": "string"},
        "from": {"type": ["string", "null"]}, "to": {"type": ["string", "null"]}, "standing": {"type": "string"}}})";

std::vector<Operation::Parameter> form_parameters()
{
    return {{.name = "org", .description = "code of the unit; absent: where your view begins"},
            {.name = "period", .description = "2026, 2026-H1, 2012-Q1, 2026-04 or FROM..TO"},
            {.name = "from", .description = "with to, in place of period", .format = "date"},
            {.name = "to", .description = "last day of the period", .format = "date"},
            {.name = "structure", .description = "absent: end of the period", .format = "date"},
            {.name = "as_of", .description = "absent: today", .format = "date"},
            {.name = "recorded", .description = "as the register stood at this audit row", .type = "integer"}};
}

void add_doors(Site& site)
{
    site.api().add_schema("Form", std::string(form_schema));
    site.api().add_schema("ListedForm", std::string(listed_schema));
    site.api().add_schema("FormEntry", std::string(entry_schema));
    add_api(site, Method::get, "/api/v1/reports/forms",
            {.summary = "The statistical forms that can be filled in", .answers = "ListedForm", .is_list = true},
            answer_list);
    add_api(
        site, Method::get, "/api/v1/reports/forms/{code}",
        {.summary = "One statistical form of a unit and a period", .answers = "Form", .parameters = form_parameters()},
        answer);
    auto parameters = form_parameters();
    parameters.push_back({.name = "row", .description = "key of the row"});
    parameters.push_back({.name = "column", .description = "current (absent) or previous"});
    parameters.push_back({.name = "limit", .description = "rows of a page, 50 where absent", .type = "integer"});
    parameters.push_back({.name = "cursor", .description = "as `next` gave it"});
    add_api(site, Method::get, "/api/v1/reports/forms/{code}/entries",
            {.summary = "The people or units behind one number of a form",
             .answers = "FormEntry",
             .is_list = true,
             .parameters = std::move(parameters)},
            answer_entries);
}

} // namespace

void add_routes(Site& site)
{
    site.get("/bao-cao/bieu", list);
    site.get("/bao-cao/bieu/{code}", show);
    site.get("/bao-cao/bieu/{code}/dinh-nghia", definitions);
    site.get("/bao-cao/bieu/{code}/bieu.xlsx", printed);
    for (auto format : {ExportFormat::csv, ExportFormat::json})
        site.get(std::string("/bao-cao/bieu/{code}/bieu.") + std::string(key_of(format)),
                 [format](Site& inside, const Request& request) -> Result<Response> {
                     auto name = std::string(request.route_text("code")) + "." + std::string(key_of(format));
                     return file_of(TRY(figures(inside, request)), format, name);
                 });
    add_list(site, "/bao-cao/bieu/{code}/nguoi", show_entries, entries);
    add_doors(site);
}

} // namespace phusa::web::forms
