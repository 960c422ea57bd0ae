#include "app/organisations.hpp"

#include "web/api/api.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view unit_schema = R"({
    "type": "object", "required": ["id", "kind", "sector", "code", "name", "parent", "from", "until"],
    "properties": {
        "id": {"type": "integer"}, "kind": {"type": "string"}, "sector": {"type": "string"},
        "code": {"type": "string"}, "name": {"type": "string"},
        "parent": {"type": ["integer", "null"]},
        "beside": {"type": ["integer", "null"], "description": "Of a mass organisation: the unit it stands beside."},
        "from": {"type": "string", "format": "date"},
        "until": {"type": ["string", "null"], "format": "date", "description": "The first day without it."},
        "depth": {"type": "integer"}, "children": {"type": "integer"},
        "members": {"type": "integer", "description": "Of the whole subtree, today."}}})";

constexpr std::string_view unit_with_history_schema = R"({
    "allOf": [{"$ref": "#/components/schemas/Organisation"}, {
    "type": "object", "required": ["path", "beside_it", "versions", "successions", "members", "probationary"],
    "properties": {
        "path": {"type": "array", "items": {"type": "integer"}, "description": "From the top down to its parent."},
        "beside_it": {"type": "array", "items": {"$ref": "#/components/schemas/Organisation"}},
        "versions": {"type": "array", "items": {"$ref": "#/components/schemas/Organisation"}},
        "successions": {"type": "array", "items": {"type": "object",
            "properties": {"kind": {"type": "string"}, "on": {"type": "string", "format": "date"},
                "from": {"type": ["integer", "null"]}, "to": {"type": ["integer", "null"]},
                "document": {"type": "string"}}}},
        "members": {"type": "integer"}, "probationary": {"type": "integer"}}}]})";

boost::json::value id_or_null(const std::optional<OrganisationId>& id)
{
    return id ? boost::json::value(id->value) : boost::json::value(nullptr);
}

boost::json::object json_of(const Organisation& unit)
{
    boost::json::object object{{"id", unit.id.value},
                               {"kind", key_of(unit.kind)},
                               {"sector", key_of(unit.sector)},
                               {"code", unit.code},
                               {"name", unit.name},
                               {"parent", id_or_null(unit.parent)},
                               {"beside", id_or_null(unit.beside)},
                               {"from", unit.valid.first.iso()},
                               {"until", nullptr}};
    if (unit.valid.until)
        object["until"] = unit.valid.until->iso();
    return object;
}

boost::json::object json_of(const OrganisationLine& line)
{
    auto object = json_of(line.organisation);
    object["depth"] = line.depth;
    object["children"] = line.children;
    object["members"] = line.members;
    return object;
}

boost::json::object json_of(const Succession& succession)
{
    return {{"kind", key_of(succession.kind)},
            {"on", succession.on.iso()},
            {"from", id_or_null(succession.from)},
            {"to", id_or_null(succession.to)},
            {"document", succession.document}};
}

template<typename Range>
boost::json::array array_of(const Range& range)
{
    boost::json::array array;
    for (const auto& each : range)
        array.push_back(json_of(each));
    return array;
}

boost::json::object json_of(const OrganisationView& view)
{
    auto object = json_of(view.organisation);
    boost::json::array path;
    for (const auto& above : view.path)
        path.push_back(above.id.value);
    object["path"] = std::move(path);
    object["beside_it"] = array_of(view.beside);
    object["versions"] = array_of(view.versions);
    object["successions"] = array_of(view.successions);
    object["children"] = view.children.size();
    object["members"] = view.members;
    object["probationary"] = view.probationary;
    return object;
}

Result<std::vector<OrganisationLine>> lines_asked(Site& site, const Request& request)
{
    FormReader form(request.query);
    auto words = form.text("q");
    auto within = form.id<struct phusa::Organisation>("organisation");
    auto parent = form.id<struct phusa::Organisation>("parent");
    auto on = form.date("on").value_or(site.app().today());
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    if (!words.empty())
        return find_organisations(site.app(), asking(request), words, on);
    if (parent)
        return list_children(site.app(), asking(request), parent, on);
    return list_organisations(site.app(), asking(request), within, on);
}

// In the order of the tree; the cursor is the number of the last unit of the page before.
Result<Response> list(Site& site, const Request& request)
{
    auto rows = TRY(rows_asked(request));
    auto lines = TRY(lines_asked(site, request));
    auto first = lines.begin();
    if (auto cursor = request.query.text("cursor"); !cursor.empty()) {
        std::int64_t last = 0;
        auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), last);
        auto found = std::ranges::find(lines, last, [](const auto& line) { return line.organisation.id.value; });
        if (error != std::errc() || end != cursor.data() + cursor.size() || found == lines.end())
            return invalid("cursor", "\"cursor\" is not \"next\" of a page of this list.");
        first = std::next(found);
    }
    auto last = lines.end() - first > static_cast<std::ptrdiff_t>(rows) ? first + static_cast<std::ptrdiff_t>(rows)
                                                                        : lines.end();
    boost::json::object page{
        {"items", array_of(std::ranges::subrange(first, last))}, {"next", nullptr}, {"total", lines.size()}};
    if (last != lines.end())
        page["next"] = std::to_string(std::prev(last)->organisation.id.value);
    return json(boost::json::serialize(page));
}

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Organisation>("id"));
    FormReader form(request.query);
    auto on = form.date("on").value_or(site.app().today());
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    auto view = TRY(show_organisation(site.app(), asking(request), id, on));
    return json(boost::json::serialize(json_of(view)));
}

} // namespace

void add_organisation_doors(Site& site)
{
    site.api().add_schema("Organisation", std::string(unit_schema));
    site.api().add_schema("OrganisationWithHistory", std::string(unit_with_history_schema));
    Operation::Parameter on{
        .name = "on", .description = "the day whose structure is asked for; today", .format = "date"};
    add_api(site, Method::get, "/api/v1/organisations",
            {.summary = "Party organisations of a day in the order of the tree",
             .answers = "Organisation",
             .is_list = true,
             .parameters = {{.name = "q", .description = "parts of the name without minding marks, or a code"},
                            {.name = "organisation", .description = "only this unit's subtree", .type = "integer"},
                            {.name = "parent", .description = "only its direct children", .type = "integer"},
                            on}},
            list);
    add_api(site, Method::get, "/api/v1/organisations/{id:organisation}",
            {.summary = "One unit through time", .answers = "OrganisationWithHistory", .parameters = {on}}, show);
}

} // namespace phusa::web::api
