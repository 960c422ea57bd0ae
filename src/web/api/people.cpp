#include "app/people.hpp"

#include "app/quality/merge.hpp"
#include "domain/person_fields.hpp"
#include "web/api/api.hpp"
#include "web/people/address.hpp"
#include "web/people/person_inputs.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

namespace phusa::web::api
{

namespace
{

namespace pages = phusa::web::people;

constexpr std::string_view line_schema = R"({
    "type": "object", "required": ["id", "full_name", "born", "sex", "occupation", "standing", "cell", "admitted"],
    "properties": {
        "id": {"type": "integer"}, "full_name": {"type": "string"},
        "born": {"type": "string", "description": "2001-09-30, 2001-09 or 2001"},
        "sex": {"type": "string"}, "occupation": {"type": "string"}, "standing": {"type": "string"},
        "cell": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
        "grassroots": {"type": "string"},
        "admitted": {"type": ["string", "null"], "format": "date", "description": "The last admission."}}})";

constexpr std::string_view identity_schema = R"({
    "type": "object", "required": ["identity"], "properties": {"identity": {"type": "string"}}})";

constexpr std::string_view reason_schema = R"({
    "type": "object", "required": ["reason"], "additionalProperties": false,
    "properties": {"reason": {"type": "string"}}})";

boost::json::object json_of(const PersonLine& person)
{
    boost::json::object object{{"id", person.id.value},
                               {"full_name", person.name},
                               {"born", person.born.iso()},
                               {"sex", code_of(person.sex).key},
                               {"occupation", code_of(person.occupation).key},
                               {"standing", key_of(person.standing)},
                               {"cell", {{"id", person.cell.value}, {"name", person.cell_name}}},
                               {"grassroots", person.grassroots_name},
                               {"admitted", nullptr}};
    if (person.admitted)
        object["admitted"] = person.admitted->iso();
    return object;
}

boost::json::object json_of(const Person& person)
{
    boost::json::object object{{"id", person.id.value}, {"version", person.version}};
    for (const auto& input : pages::person_inputs())
        object[input.key] = input.coded(person);
    object["identity_masked"] = person.identity_masked;
    object["cell"] = person.cell.value;
    object["standing"] = key_of(person.standing);
    object["invented"] = person.invented;
    return object;
}

// The schema of a person is made from the same table as the form.
std::string person_schema()
{
    boost::json::object fields{{"id", {{"type", "integer"}}}, {"version", {{"type", "integer"}}}};
    for (const auto& field : person_fields())
        fields[field.key] = {{"type", "string"}, {"description", field.title}};
    fields["identity_masked"] = {{"type", "string"}};
    fields["cell"] = {{"type", "integer"}};
    fields["standing"] = {{"type", "string"}};
    fields["invented"] = {{"type", "boolean"}};
    boost::json::object schema{{"type", "object"}, {"properties", std::move(fields)}};
    return boost::json::serialize(schema);
}

std::string correction_schema()
{
    boost::json::object fields{{"version", {{"type", "integer"}, {"description", "The version that was read."}}},
                               {"reason", {{"type", "string"}}}};
    for (const auto& field : person_fields())
        fields[field.key] = {{"type", "string"}, {"description", "Left out: stays as it is. Empty: taken away."}};
    boost::json::object schema{{"type", "object"},
                               {"required", {"version", "reason"}},
                               {"additionalProperties", false},
                               {"properties", std::move(fields)}};
    return boost::json::serialize(schema);
}

Result<Response> list(Site& site, const Request& request)
{
    auto question = TRY(pages::question_of(request.query, pages::Naming::api));
    auto page = TRY(list_people(site.app(), asking(request), question));
    boost::json::array items;
    for (const auto& person : page.rows)
        items.push_back(json_of(person));
    boost::json::object answer{{"items", std::move(items)}, {"next", nullptr}, {"total", page.total}};
    if (!page.next.empty())
        answer["next"] = page.next;
    return json(boost::json::serialize(answer));
}

// To the record that this one was merged into. Not for ever: a merge can be undone.
Response kept_instead(PersonId kept)
{
    constexpr int temporary_redirect = 307;
    auto answer = json(boost::json::serialize(boost::json::object{{"merged_into", kept.value}}), temporary_redirect);
    answer.set("Location", fmt::format("/api/v1/people/{}", kept.value));
    return answer;
}

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Person>("id"));
    auto seen = show_person(site.app(), asking(request), id);
    if (!seen && seen.error().kind == Problem::Kind::not_found)
        if (auto merged = merged_record(site.app(), asking(request), id))
            return kept_instead(merged->kept.id);
    auto view = TRY(std::move(seen));
    return json(boost::json::serialize(json_of(view.person)));
}

Result<Response> correct(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Person>("id"));
    TRY(person_to_correct(site.app(), asking(request), id));
    std::vector<std::string_view> known{"version", "reason"};
    for (const auto& field : person_fields())
        known.push_back(field.key);
    auto sent = TRY(read_json(request, known));
    FormReader form(sent);
    auto version = form.number("version", Need::required);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    auto read = TRY(person_as_read(site.app(), asking(request), id, *version));
    auto wanted = read;
    pages::read_person(sent, form, wanted);
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    auto corrected = TRY(correct_person(site.app(), asking(request), read, wanted, reason));
    return json(boost::json::serialize(json_of(corrected)));
}

Result<Response> identity(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Person>("id"));
    TRY(person_with_identity(site.app(), asking(request), id));
    auto sent = TRY(read_json(request, {"reason"}));
    auto number = TRY(reveal_identity(site.app(), asking(request), id, sent.text("reason")));
    auto answer = json(boost::json::serialize(boost::json::object{{"identity", number}}));
    answer.set("Cache-Control", "no-store");
    return answer;
}

std::vector<Operation::Parameter> question_parameters()
{
    return {{.name = "q", .description = "parts of the name, with or without marks"},
            {.name = "organisation", .description = "a unit and everything below it", .type = "integer"},
            {.name = "standing", .description = "key, may be repeated; member: all members"},
            {.name = "sex", .description = "male or female"},
            {.name = "occupation", .description = "key of the row of Biểu 2"},
            {.name = "born_from", .description = "year, included", .type = "integer"},
            {.name = "born_to", .description = "year, included", .type = "integer"},
            {.name = "admitted_from", .description = "day of an admission, included", .format = "date"},
            {.name = "admitted_to", .description = "day of an admission, included", .format = "date"},
            {.name = "admitted_at", .description = "unit of the admission, or one above it", .type = "integer"},
            {.name = "structure", .description = "the day of the structure that admitted_at is of", .format = "date"},
            {.name = "youth_union", .description = "in the Youth Union when admitted", .type = "boolean"},
            {.name = "admission_sex", .description = "key, may be repeated"},
            {.name = "admission_occupation", .description = "key, may be repeated"},
            {.name = "admission_education", .description = "key, may be repeated"},
            {.name = "admission_qualification", .description = "key, may be repeated"},
            {.name = "admission_title", .description = "key, may be repeated"},
            {.name = "admission_ethnicity", .description = "key, may be repeated"},
            {.name = "admission_religion", .description = "key, may be repeated"},
            {.name = "private_owner", .description = "at admission", .type = "boolean"},
            {.name = "population_policy", .description = "in breach of it at admission", .type = "boolean"},
            {.name = "foreign_marriage", .description = "at admission", .type = "boolean"},
            {.name = "readmission", .description = "the admission was one", .type = "boolean"},
            {.name = "age_from", .description = "whole years at admission, included", .type = "integer"},
            {.name = "age_to", .description = "whole years at admission, included", .type = "integer"},
            {.name = "order", .description = "name, born or admitted"},
            {.name = "descending", .description = "1: the other way round"}};
}

} // namespace

void add_people_doors(Site& site)
{
    site.api().add_schema("PersonLine", std::string(line_schema));
    site.api().add_schema("Person", person_schema());
    site.api().add_schema("Correction", correction_schema());
    site.api().add_schema("Identity", std::string(identity_schema));
    site.api().add_schema("Reason", std::string(reason_schema));
    add_api(site, Method::get, "/api/v1/people",
            {.summary = "People within the asker's subtrees",
             .answers = "PersonLine",
             .is_list = true,
             .parameters = question_parameters()},
            list);
    add_api(site, Method::get, "/api/v1/people/{id:person}",
            {.summary = "One person; recorded as a look. 307 to the record that this one was merged into",
             .answers = "Person"},
            show);
    add_api(site, Method::patch, "/api/v1/people/{id:person}",
            {.summary = "Corrects a record that was wrong; changes to other fields since are kept, to the same are a "
                        "conflict",
             .answers = "Person",
             .reads = "Correction"},
            correct);
    add_api(
        site, Method::post, "/api/v1/people/{id:person}/identity",
        {.summary = "The identity number in clear; recorded with the reason", .answers = "Identity", .reads = "Reason"},
        identity);
}

} // namespace phusa::web::api
