#include "app/audit_log.hpp"
#include "web/api/api.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view row_schema = R"({
    "type": "object", "required": ["number", "at", "actor", "action", "subject", "details"],
    "properties": {
        "number": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
        "actor": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": ["integer", "null"]}, "name": {"type": "string"}}},
        "action": {"type": "string"}, "subject": {"type": "string"},
        "details": {"type": ["object", "null"], "description": "null where its key was destroyed by a purge"}}})";

constexpr std::string_view verdict_schema = R"({
    "type": "object", "required": ["ok", "rows", "head", "fault"],
    "properties": {
        "ok": {"type": "boolean"}, "rows": {"type": "integer"}, "head": {"type": "string"},
        "fault": {"type": ["object", "null"],
            "properties": {"row": {"type": "integer"}, "what": {"type": "string"}}}}})";

boost::json::value json_of(const AuditRow& row)
{
    boost::json::object actor{{"id", nullptr}, {"name", row.actor_name}};
    if (row.actor)
        actor["id"] = row.actor->value;
    boost::json::object object{{"number", row.number.value}, {"at", iso_time(row.at)}, {"actor", std::move(actor)},
                               {"action", row.action},       {"subject", row.subject}, {"details", nullptr}};
    boost::system::error_code error;
    auto details = boost::json::parse({row.details.data(), row.details.size()}, error);
    if (!error && !row.details_destroyed)
        object["details"] = std::move(details);
    return object;
}

Result<Response> list(Site& site, const Request& request)
{
    FormReader form(request.query);
    AuditQuestion question;
    question.rows = TRY(rows_asked(request));
    question.words = form.text("q");
    question.action = form.text("action");
    question.actor = form.id<struct phusa::Account>("actor");
    question.person = form.id<struct phusa::Person>("person");
    question.organisation = form.id<struct phusa::Organisation>("organisation");
    question.from = form.date("from");
    question.to = form.date("to");
    if (auto before = form.number("cursor"))
        question.before = AuditNumber{*before};
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    auto found = TRY(list_audit(site.app(), asking(request), question));
    boost::json::array items;
    for (const auto& row : found.rows)
        items.push_back(json_of(row));
    boost::json::object page{{"items", std::move(items)}, {"next", nullptr}, {"total", found.total}};
    if (found.next)
        page["next"] = std::to_string(found.next->value);
    return json(boost::json::serialize(page));
}

Result<Response> verification(Site& site, const Request& request)
{
    auto verdict = TRY(verify_audit(site.app(), asking(request)));
    boost::json::object object{
        {"ok", !verdict.first_fault}, {"rows", verdict.rows}, {"head", verdict.head}, {"fault", nullptr}};
    if (verdict.first_fault)
        object["fault"] = {{"row", verdict.first_fault->value}, {"what", verdict.fault}};
    return json(boost::json::serialize(object));
}

} // namespace

void add_audit_doors(Site& site)
{
    site.api().add_schema("AuditRow", std::string(row_schema));
    site.api().add_schema("AuditVerdict", std::string(verdict_schema));
    add_api(site, Method::get, "/api/v1/audit",
            {.summary = "Audit rows within the asker's subtrees, newest first",
             .answers = "AuditRow",
             .is_list = true,
             .parameters = {{.name = "q", .description = "found in the actor's name, the action or the subject"},
                            {.name = "action", .description = "prefix: \"person.\" or \"session.open\""},
                            {.name = "actor", .description = "number of an account", .type = "integer"},
                            {.name = "person", .description = "number of a person", .type = "integer"},
                            {.name = "organisation",
                             .description = "number of a unit: it and everything below",
                             .type = "integer"},
                            {.name = "from", .description = "first day", .format = "date"},
                            {.name = "to", .description = "last day", .format = "date"}}},
            list);
    add_api(site, Method::get, "/api/v1/audit/verification",
            {.summary = "Walks the whole audit chain", .answers = "AuditVerdict"}, verification);
}

} // namespace phusa::web::api
