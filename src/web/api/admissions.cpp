#include "app/people.hpp"
#include "web/api/api.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view admission_schema = R"({
    "type": "object", "required": ["id", "person", "cell", "counted_on", "decided_on", "ceremony_on", "born"],
    "properties": {
        "id": {"type": "integer"}, "person": {"type": "integer"},
        "cell": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string", "description": "of that day"}}},
        "counted_on": {"type": "string", "format": "date", "description": "The ceremony's day, else the decision's."},
        "decided_on": {"type": ["string", "null"], "format": "date"}, "decision_number": {"type": "string"},
        "ceremony_on": {"type": ["string", "null"], "format": "date"},
        "born": {"type": "string"}, "sex": {"type": "string"}, "ethnicity": {"type": "string"},
        "religion": {"type": "string"}, "occupation": {"type": "string"}, "general_education": {"type": "string"},
        "qualification": {"type": "string"}, "academic_title": {"type": "string"},
        "youth_union_member": {"type": "boolean"}, "private_owner": {"type": "boolean"},
        "population_policy": {"type": "boolean"}, "foreign_marriage": {"type": "boolean"},
        "readmission": {"type": "boolean"}, "regulation": {"type": "string"}}})";

constexpr std::string_view event_schema = R"({
    "type": "object", "required": ["id", "person", "kind", "on", "decided_on", "from", "to"],
    "properties": {
        "id": {"type": "integer"}, "person": {"type": "integer"}, "kind": {"type": "string"},
        "on": {"type": "string", "format": "date"}, "decided_on": {"type": ["string", "null"], "format": "date"},
        "decision_number": {"type": "string"}, "from": {"type": ["integer", "null"]},
        "to": {"type": ["integer", "null"]}, "elsewhere": {"type": "string"}, "note": {"type": "string"}}})";

boost::json::value day_or_null(const std::optional<Date>& day)
{
    return day ? boost::json::value(day->iso()) : boost::json::value(nullptr);
}

boost::json::value id_or_null(const std::optional<OrganisationId>& id)
{
    return id ? boost::json::value(id->value) : boost::json::value(nullptr);
}

boost::json::object json_of(const AdmissionView& seen)
{
    const auto& admission = seen.admission;
    return {{"id", admission.id.value},
            {"person", admission.person.value},
            {"cell", {{"id", admission.cell.value}, {"name", seen.cell_name}}},
            {"counted_on", admission.counted_on().iso()},
            {"decided_on", day_or_null(admission.decided_on)},
            {"decision_number", admission.decision_number},
            {"ceremony_on", day_or_null(admission.ceremony_on)},
            {"born", admission.born.iso()},
            {"sex", code_of(admission.sex).key},
            {"ethnicity", ethnicities().at(admission.ethnicity).key},
            {"religion", religions().at(admission.religion).key},
            {"occupation", code_of(admission.occupation).key},
            {"general_education", code_of(admission.general_education).key},
            {"qualification", code_of(admission.qualification).key},
            {"academic_title", code_of(admission.academic_title).key},
            {"youth_union_member", admission.youth_union_member},
            {"private_owner", admission.private_owner},
            {"population_policy", admission.population_policy},
            {"foreign_marriage", admission.foreign_marriage},
            {"readmission", admission.readmission},
            {"regulation", seen.regulation}};
}

boost::json::object json_of(const MembershipEvent& event)
{
    return {{"id", event.id.value},
            {"person", event.person.value},
            {"kind", key_of(event.kind)},
            {"on", event.on.iso()},
            {"decided_on", day_or_null(event.decided_on)},
            {"decision_number", event.decision_number},
            {"from", id_or_null(event.from)},
            {"to", id_or_null(event.to)},
            {"elsewhere", event.elsewhere},
            {"note", event.note}};
}

// All of one person's: few enough for one page.
template<typename Range>
Response whole_list(const Range& range)
{
    boost::json::array items;
    for (const auto& each : range)
        items.push_back(json_of(each));
    auto total = items.size();
    boost::json::object answer{{"items", std::move(items)}, {"next", nullptr}, {"total", total}};
    return json(boost::json::serialize(answer));
}

Result<PersonView> person_of(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Person>("id"));
    return show_person(site.app(), asking(request), id);
}

Result<Response> admissions(Site& site, const Request& request)
{
    return whole_list(TRY(person_of(site, request)).admissions);
}

Result<Response> events(Site& site, const Request& request) { return whole_list(TRY(person_of(site, request)).events); }

} // namespace

void add_admission_doors(Site& site)
{
    site.api().add_schema("Admission", std::string(admission_schema));
    site.api().add_schema("MembershipEvent", std::string(event_schema));
    add_api(site, Method::get, "/api/v1/people/{id:person}/admissions",
            {.summary = "A person's admissions with the facts of those days, by day",
             .answers = "Admission",
             .is_list = true},
            admissions);
    add_api(
        site, Method::get, "/api/v1/people/{id:person}/events",
        {.summary = "What befell a membership after admission, by day", .answers = "MembershipEvent", .is_list = true},
        events);
}

} // namespace phusa::web::api
