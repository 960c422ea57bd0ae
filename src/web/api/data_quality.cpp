#include "app/quality/worklist.hpp"
#include "web/api/api.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view quality_schema = R"({
    "type": "object", "required": ["organisation", "people", "people_with_faults", "checks", "parts"],
    "properties": {
        "organisation": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
        "people": {"type": "integer"}, "people_with_faults": {"type": "integer"},
        "checks": {"type": "array", "items": {"type": "object", "required": ["check", "group", "title", "count"],
            "properties": {"check": {"type": "string"}, "group": {"type": "string"}, "title": {"type": "string"},
                "advice": {"type": "string"}, "count": {"type": "integer"}}}},
        "parts": {"type": "array", "items": {"type": "object",
            "required": ["id", "name", "people", "missing", "implausible", "duplicate"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}, "people": {"type": "integer"},
                "missing": {"type": "integer"}, "implausible": {"type": "integer"},
                "duplicate": {"type": "integer"}}}}}})";

constexpr std::string_view fault_schema = R"({
    "type": "object", "required": ["check", "group", "person", "full_name", "born", "cell", "other"],
    "properties": {
        "check": {"type": "string"}, "group": {"type": "string"}, "person": {"type": "integer"},
        "full_name": {"type": "string"}, "born": {"type": "string"}, "standing": {"type": "string"},
        "cell": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
        "other": {"type": ["object", "null"], "description": "The other record of a possible duplicate.",
            "properties": {"person": {"type": "integer"}, "full_name": {"type": "string"},
                "born": {"type": "string"}}}}})";

Result<std::optional<OrganisationId>> unit_asked(const Request& request)
{
    FormReader reader(request.query);
    auto unit = reader.id<struct Organisation>("organisation");
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    return unit;
}

boost::json::array checks_of(const DataQuality& quality)
{
    boost::json::array array;
    auto checks = data_checks();
    for (std::size_t i = 0; i < checks.size(); ++i)
        array.push_back({{"check", checks[i].key},
                         {"group", key_of(checks[i].group)},
                         {"title", checks[i].title},
                         {"advice", checks[i].advice},
                         {"count", quality.counts[i]}});
    return array;
}

Result<Response> counts(Site& site, const Request& request)
{
    auto unit = TRY(unit_asked(request));
    auto quality = TRY(data_quality(site.app(), asking(request), unit));
    boost::json::array parts;
    for (const auto& part : quality.parts)
        parts.push_back({{"id", part.unit.id.value},
                         {"name", part.unit.name},
                         {"people", part.people},
                         {"missing", part.groups[0]},
                         {"implausible", part.groups[1]},
                         {"duplicate", part.groups[2]}});
    boost::json::object answer{{"organisation", {{"id", quality.unit.id.value}, {"name", quality.unit.name}}},
                               {"people", quality.people},
                               {"people_with_faults", quality.people_with_faults},
                               {"checks", checks_of(quality)},
                               {"parts", std::move(parts)}};
    return json(boost::json::serialize(answer));
}

boost::json::object json_of(const FaultLine& line)
{
    boost::json::object object{{"check", line.check->key},
                               {"group", key_of(line.check->group)},
                               {"person", line.person.value},
                               {"full_name", line.name},
                               {"born", line.born.iso()},
                               {"standing", key_of(line.standing)},
                               {"cell", {{"id", line.cell.value}, {"name", line.cell_name}}},
                               {"other", nullptr}};
    if (line.other)
        object["other"] = {
            {"person", line.other->person.value}, {"full_name", line.other->name}, {"born", line.other->born.iso()}};
    return object;
}

std::optional<FaultGroup> group_with(std::string_view key)
{
    auto groups = all_fault_groups();
    auto found = std::ranges::find(groups, key, [](FaultGroup group) { return key_of(group); });
    return found == groups.end() ? std::nullopt : std::optional(*found);
}

Result<FaultQuestion> question_asked(const Request& request)
{
    FormReader reader(request.query);
    FaultQuestion question{.organisation = TRY(unit_asked(request)), .check = reader.text("check"), .group = {}};
    question.group = reader.choice("group", group_with);
    auto cursor = reader.number("cursor");
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    question.first = cursor && *cursor > 0 ? static_cast<std::size_t>(*cursor) : 0;
    question.rows = TRY(rows_asked(request));
    return question;
}

Result<Response> items(Site& site, const Request& request)
{
    auto question = TRY(question_asked(request));
    auto page = TRY(list_faults(site.app(), asking(request), question));
    boost::json::array lines;
    for (const auto& line : page.rows)
        lines.push_back(json_of(line));
    auto end = page.first + page.rows.size();
    boost::json::object answer{{"items", std::move(lines)}, {"next", nullptr}, {"total", page.total}};
    if (static_cast<std::int64_t>(end) < page.total)
        answer["next"] = std::to_string(end);
    return json(boost::json::serialize(answer));
}

} // namespace

void add_data_quality_doors(Site& site)
{
    site.api().add_schema("DataQuality", std::string(quality_schema));
    site.api().add_schema("DataFault", std::string(fault_schema));
    add_api(site, Method::get, "/api/v1/data-quality",
            {.summary = "How much is missing, implausible or there twice in a unit and in those directly below it",
             .answers = "DataQuality",
             .parameters = {{.name = "organisation", .description = "a unit; absent: the asker's", .type = "integer"}}},
            counts);
    add_api(
        site, Method::get, "/api/v1/data-quality/items",
        {.summary = "The people with such faults",
         .answers = "DataFault",
         .is_list = true,
         .parameters = {{.name = "organisation", .description = "a unit and everything below it", .type = "integer"},
                        {.name = "check", .description = "key of one check"},
                        {.name = "group", .description = "missing, implausible or duplicate"}}},
        items);
}

} // namespace phusa::web::api
