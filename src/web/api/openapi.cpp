#include "app/version.hpp"
#include "web/api/api.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <cassert>

namespace phusa::web
{

namespace
{

namespace json = boost::json;

struct PathParameter {
    std::string name;
    bool is_number = false; // names a row
};

// "/api/v1/accounts/{id:account}" -> "/api/v1/accounts/{id}" and its parameters.
std::pair<std::string, std::vector<PathParameter>> read_pattern(std::string_view pattern)
{
    std::string path;
    std::vector<PathParameter> parameters;
    while (!pattern.empty()) {
        auto open = std::min(pattern.find('{'), pattern.size());
        path += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty())
            break;
        auto close = pattern.find('}');
        auto inside = pattern.substr(1, close - 1);
        auto colon = inside.find(':');
        parameters.push_back({std::string(inside.substr(0, colon)), colon != std::string_view::npos});
        path += fmt::format("{{{}}}", parameters.back().name);
        pattern.remove_prefix(close + 1);
    }
    return {path, parameters};
}

json::object reference(std::string_view schema) { return {{"$ref", fmt::format("#/components/schemas/{}", schema)}}; }

json::object content_of(json::object schema, std::string_view type = "application/json")
{
    return {{type, json::object{{"schema", std::move(schema)}}}};
}

json::object list_of(std::string_view schema)
{
    return {
        {"type", "object"},
        {"required", {"items", "next", "total"}},
        {"properties",
         {{"items", {{"type", "array"}, {"items", reference(schema)}}},
          {"next", {{"type", {"string", "null"}}, {"description", "Ask again with cursor= this for what follows."}}},
          {"total", {{"type", "integer"}}}}}};
}

json::array parameters_of(const std::vector<PathParameter>& in_path, const Operation& operation)
{
    json::array parameters;
    for (const auto& parameter : in_path)
        parameters.push_back({{"name", parameter.name},
                              {"in", "path"},
                              {"required", true},
                              {"schema", {{"type", parameter.is_number ? "integer" : "string"}}}});
    auto in_query = operation.parameters;
    if (operation.is_list) {
        in_query.push_back({.name = "cursor", .description = "\"next\" of the page before"});
        in_query.push_back({.name = "limit", .description = "rows of a page, 50 where absent", .type = "integer"});
    }
    for (const auto& parameter : in_query) {
        json::object schema{{"type", parameter.type}};
        if (!parameter.format.empty())
            schema["format"] = parameter.format;
        parameters.push_back({{"name", parameter.name},
                              {"in", "query"},
                              {"description", parameter.description},
                              {"schema", std::move(schema)}});
    }
    return parameters;
}

json::object responses_of(const Operation& operation)
{
    json::object responses;
    if (operation.answers.empty())
        responses["204"] = {{"description", "Done."}};
    else
        responses["200"] = {
            {"description", "The answer."},
            {"content", content_of(operation.is_list ? list_of(operation.answers) : reference(operation.answers))}};
    responses["default"] = {{"description", "Why not: 401, 403, 404, 409, 422, 429."},
                            {"content", content_of(reference("Problem"), "application/problem+json")}};
    return responses;
}

json::object operation_of(const ApiDescription::Door& door, const std::vector<PathParameter>& in_path)
{
    json::object operation{{"summary", door.operation.summary},
                           {"parameters", parameters_of(in_path, door.operation)},
                           {"responses", responses_of(door.operation)}};
    if (!door.operation.reads.empty())
        operation["requestBody"] = {{"required", true}, {"content", content_of(reference(door.operation.reads))}};
    return operation;
}

std::string lower(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

constexpr std::string_view problem_schema = R"({
    "type": "object", "required": ["title", "status"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What to do next, in Vietnamese."},
        "fields": {"type": "array", "items": {"type": "object", "required": ["name", "message"],
            "properties": {"name": {"type": "string"}, "message": {"type": "string"}}}}}})";

} // namespace

void ApiDescription::add_schema(std::string name, std::string json_text)
{
    schemas_.emplace_back(std::move(name), std::move(json_text));
}

std::string ApiDescription::openapi() const
{
    json::object schemas{{"Problem", json::parse(problem_schema)}};
    for (const auto& [name, text] : schemas_)
        schemas[name] = json::parse(text);
    json::object paths;
    for (const auto& door : doors_) {
        assert(door.operation.answers.empty() || schemas.contains(door.operation.answers));
        assert(door.operation.reads.empty() || schemas.contains(door.operation.reads));
        auto [path, in_path] = read_pattern(door.pattern);
        if (!paths.contains(path))
            paths[path] = json::object();
        paths[path].as_object()[lower(name_of(door.method))] = operation_of(door, in_path);
    }
    json::object document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Phù Sa"},
          {"version", program_version},
          {"description",
           "Read and write access with the rights of the token's owner. Dates are ISO 8601; times UTC."}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", std::move(schemas)},
          {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
        {"security", json::array{json::object{{"bearer", json::array()}}}}};
    return json::serialize(document);
}

} // namespace phusa::web
