#include "app/dossiers/acts.hpp"
#include "app/dossiers/list.hpp"
#include "app/dossiers/view.hpp"
#include "app/judging/case_json.hpp"
#include "web/api/api.hpp"
#include "web/api/dossier_json.hpp"
#include "web/site/form.hpp"

namespace phusa::web::api
{

namespace
{

constexpr std::string_view line_schema = R"({
    "type": "object", "required": ["id", "person", "full_name", "stage", "outcome", "next"],
    "properties": {
        "id": {"type": "integer"}, "person": {"type": "integer"}, "full_name": {"type": "string"},
        "born": {"type": "string"},
        "cell": {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
        "grassroots": {"type": "string"}, "stage": {"type": "string"}, "days_in_stage": {"type": "integer"},
        "outcome": {"type": "string", "enum": ["clear", "waiting", "blocked"]},
        "blocks": {"type": "integer"}, "warnings": {"type": "integer"}, "late": {"type": "boolean"},
        "past_facts": {"type": "integer"}, "next": {"type": ["string", "null"]},
        "next_earliest": {"type": ["string", "null"], "format": "date"},
        "next_latest": {"type": ["string", "null"], "format": "date"}, "why": {"type": "string"}}})";

constexpr std::string_view dossier_schema = R"({
    "type": "object", "required": ["id", "person", "stage", "findings", "next", "acts", "revision"],
    "properties": {
        "id": {"type": "integer"}, "person": {"type": "integer"}, "full_name": {"type": "string"},
        "born": {"type": "string"}, "opened": {"type": "string", "format": "date"},
        "cell": {"type": "object"}, "grassroots": {"type": "object"}, "deciding": {"type": "object"},
        "as_of": {"type": "string", "format": "date"}, "stage": {"type": "string"},
        "since": {"type": "string", "format": "date"}, "outcome": {"type": "string"},
        "findings": {"type": "array", "items": {"type": "object"}},
        "next": {"type": "array", "items": {"type": "object"}},
        "acts": {"type": "array", "items": {"type": "object"}},
        "revision": {"type": "integer"}, "past_facts": {"type": "integer"}}})";

constexpr std::string_view act_schema = R"({
    "type": "object", "required": ["act", "on"],
    "description": "As in a file of `phusa judge`: what each kind of act has beside act and on.",
    "properties": {"act": {"type": "string"}, "on": {"type": "string", "format": "date"},
        "about": {"type": "string", "enum": ["admission", "recognition", "removal"]}}})";

constexpr std::string_view recorded_schema = R"({
    "type": "object", "required": ["id", "stage", "since", "warnings", "is_past_fact"],
    "properties": {"id": {"type": "integer"}, "stage": {"type": "string"},
        "since": {"type": "string", "format": "date"},
        "warnings": {"type": "array", "items": {"type": "object"}}, "is_past_fact": {"type": "boolean"}}})";

Result<void> read_stages(const Request& request, DossierQuestion& question)
{
    for (auto key : request.query.all("stage")) {
        if (key == "all") {
            question.all_stages = true;
            continue;
        }
        auto found = stage(key);
        if (!found)
            return invalid("stage", "Không biết giai đoạn này.");
        question.stages.push_back(*found);
    }
    return {};
}

Result<DossierQuestion> question_of(const Request& request)
{
    DossierQuestion question;
    question.words = std::string(request.query.text("q"));
    question.cursor = std::string(request.query.text("cursor"));
    question.rows = TRY(rows_asked(request));
    TRY_DO(read_stages(request, question));
    FormReader form(request.query);
    if (auto unit = form.number("organisation"))
        question.organisation = OrganisationId(*unit);
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    question.late_only = request.query.text("late") == "1";
    question.blocked_only = request.query.text("blocked") == "1";
    question.past_facts_only = request.query.text("past_facts") == "1";
    return question;
}

Result<Response> list(Site& site, const Request& request)
{
    auto question = TRY(question_of(request));
    return json(json_of(TRY(list_dossiers(site.app(), asking(request), question))));
}

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    return json(json_of(TRY(show_dossier(site.app(), asking(request), id))));
}

Result<Response> record(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    // Whoever may not see it learns nothing of what the body should look like.
    TRY(show_dossier(site.app(), asking(request), id));
    auto acts = TRY(read_acts(request.body()));
    if (acts.size() != 1)
        return problem(Problem::Kind::invalid, "Mỗi lần chỉ ghi một việc.");
    RecordedAct wanted;
    wanted.act = acts.front();
    return json(json_of(TRY(record_act(site.app(), asking(request), id, wanted))), 201);
}

} // namespace

void add_dossier_doors(Site& site)
{
    site.api().add_schema("DossierLine", std::string(line_schema));
    site.api().add_schema("Dossier", std::string(dossier_schema));
    site.api().add_schema("Act", std::string(act_schema));
    site.api().add_schema("ActRecorded", std::string(recorded_schema));
    add_api(
        site, Method::get, "/api/v1/dossiers",
        {.summary = "Admission dossiers within the asker's subtrees; those under way unless stages are named",
         .answers = "DossierLine",
         .is_list = true,
         .parameters = {{.name = "stage", .description = "key, may be repeated; all: ended ones too"},
                        {.name = "organisation", .description = "a unit and everything below it", .type = "integer"},
                        {.name = "q", .description = "parts of the name, with or without marks"},
                        {.name = "late", .description = "1: a deadline has passed"},
                        {.name = "blocked", .description = "1: something recorded breaks a rule"},
                        {.name = "past_facts", .description = "1: something was recorded against a block"}}},
        list);
    add_api(site, Method::get, "/api/v1/dossiers/{id:dossier}",
            {.summary = "One dossier, judged as of today; recorded as a look", .answers = "Dossier"}, show);
    add_api(site, Method::post, "/api/v1/dossiers/{id:dossier}/acts",
            {.summary = "Records one act; a breach that it would bring is refused and names the rules",
             .answers = "ActRecorded",
             .reads = "Act"},
            record);
}

} // namespace phusa::web::api
