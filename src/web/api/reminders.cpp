#include "app/reminders/files.hpp"
#include "web/api/api.hpp"
#include "web/api/doors_of_reminders.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view schema = R"({
    "type": "object", "required": ["kind", "dossier", "person", "full_name", "title", "due", "days_left", "since"],
    "properties": {
        "kind": {"type": "string", "enum": ["overdue", "today", "soon", "below", "remarks"]},
        "dossier": {"type": "integer"}, "person": {"type": "integer"}, "full_name": {"type": "string"},
        "cell": {"type": "string"}, "responsible": {"type": "string"}, "title": {"type": "string"},
        "act": {"type": ["string", "null"]}, "about": {"type": "string"},
        "due": {"type": "string", "format": "date"}, "days_left": {"type": "integer"},
        "page": {"type": "string", "description": "where it stands: /ho-so/12, /kiem-tra-mau/phieu/3"},
        "since": {"type": "string", "format": "date"}, "waits_for": {"type": "string"}}})";

boost::json::object item_of(const Reminder& one)
{
    return {{"kind", key_of(one.kind)},
            {"dossier", one.dossier.value},
            {"person", one.person.value},
            {"full_name", one.name},
            {"cell", one.cell_name},
            {"responsible", one.responsible},
            {"title", one.title},
            {"act", one.act ? boost::json::value(key_of(*one.act)) : boost::json::value(nullptr)},
            {"about", key_of(one.about)},
            {"due", one.due.iso()},
            {"days_left", one.days_left},
            {"page", page_of(one)},
            {"since", one.since.iso()},
            {"waits_for", one.waits_for}};
}

Result<Response> list(Site& site, const Request& request)
{
    FormReader form(request.query);
    ReminderQuestion question;
    question.organisation = form.id<struct Organisation>("organisation");
    question.day = form.date("on").value_or(site.app().today());
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    auto reminders = TRY(list_reminders(site.app(), asking(request), question));
    boost::json::array items;
    for (const auto& one : reminders)
        items.push_back(item_of(one));
    return json(
        boost::json::serialize(boost::json::object{{"items", items}, {"next", nullptr}, {"total", reminders.size()}}));
}

} // namespace

void add_reminder_doors(Site& site)
{
    site.api().add_schema("Reminder", std::string(schema));
    add_api(site, Method::get, "/api/v1/reminders",
            {.summary = "What the asker is to be reminded of on a day; with organisation, all of a unit and below",
             .answers = "Reminder",
             .is_list = true,
             .parameters = {{.name = "on", .description = "the day; today where absent", .format = "date"},
                            {.name = "organisation", .description = "a unit", .type = "integer"}}},
            list);
}

} // namespace phusa::web::api
