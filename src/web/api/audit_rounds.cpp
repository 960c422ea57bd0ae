// Sampling audits: rounds, what was drawn, corrections.
#include "app/audit_rounds/corrections.hpp"
#include "app/audit_rounds/rounds.hpp"
#include "web/api/api.hpp"
#include "web/api/doors_of_audit_rounds.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

#include <utility>

namespace phusa::web::api
{

namespace
{

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view round_schema = R"({
    "type": "object",
    "required": ["id", "name", "organisation", "first", "last", "share", "seed", "drawn_on", "due", "lots", "drawn", "checked"],
    "properties": {
        "id": {"type": "integer"}, "name": {"type": "string"},
        "organisation": {"type": "integer"}, "organisation_name": {"type": "string"},
        "first": {"type": "string", "format": "date"}, "last": {"type": "string", "format": "date"},
        "share": {"type": "integer", "description": "percent"},
        "seed": {"type": "integer", "description": "with share and lots it gives the same draw again"},
        "drawn_on": {"type": "string", "format": "date"}, "due": {"type": "string", "format": "date"},
        "closed": {"type": ["string", "null"], "format": "date"}, "conclusion": {"type": "string"},
        "lots": {"type": "integer"}, "drawn": {"type": "integer"}, "checked": {"type": "integer"},
        "faults": {"type": "integer"}, "uncorrected": {"type": "integer"}, "late": {"type": "boolean"}}})";

constexpr std::string_view sample_schema = R"({
    "type": "object", "required": ["id", "dossier", "full_name", "cell", "checking", "tickets", "checked", "faults"],
    "properties": {
        "id": {"type": "integer"}, "dossier": {"type": "integer"}, "full_name": {"type": "string"},
        "cell": {"type": "string"}, "checking": {"type": "string", "description": "the cell that checks, never its own"},
        "tickets": {"type": "integer"}, "reasons": {"type": "string", "description": "marks of risk, in words"},
        "checked": {"type": ["string", "null"], "format": "date"},
        "faults": {"type": "integer"}, "uncorrected": {"type": "integer"}}})";

constexpr std::string_view correction_schema = R"({
    "type": "object", "required": ["id", "version", "round", "dossier", "kind", "title", "severity", "due", "state"],
    "properties": {
        "id": {"type": "integer"}, "version": {"type": "integer"},
        "round": {"type": "integer"}, "round_name": {"type": "string"},
        "dossier": {"type": "integer"}, "full_name": {"type": "string"}, "cell": {"type": "string"},
        "kind": {"type": "string"}, "title": {"type": "string"},
        "severity": {"type": "string", "enum": ["light", "ordinary", "grave"]},
        "due": {"type": "string", "format": "date"}, "late": {"type": "boolean"},
        "state": {"type": "string", "enum": ["open", "done", "confirmed"]},
        "done": {"type": ["string", "null"], "format": "date"},
        "confirmed": {"type": ["string", "null"], "format": "date"},
        "may_do": {"type": "boolean"}, "may_confirm": {"type": "boolean"}}})";

constexpr std::string_view done_schema = R"({
    "type": "object", "required": ["version", "done", "note"],
    "properties": {
        "version": {"type": "integer", "description": "that was read"},
        "done": {"type": "string", "format": "date"}, "note": {"type": "string", "description": "what was done"}}})";

constexpr std::string_view confirmed_schema = R"({
    "type": "object", "required": ["version"], "properties": {"version": {"type": "integer", "description": "that was read"}}})";

constexpr std::string_view sent_back_schema = R"({
    "type": "object", "required": ["version", "reason"],
    "properties": {
        "version": {"type": "integer", "description": "that was read"},
        "reason": {"type": "string", "description": "what is still missing"}}})";

value day(const std::optional<Date>& date) { return date ? value(date->iso()) : value(nullptr); }

object item_of(const AuditRoundLine& line)
{
    const auto& round = line.round;
    return {{"id", round.id.value},
            {"name", round.name},
            {"organisation", round.unit.value},
            {"organisation_name", line.unit_name},
            {"first", round.period.first.iso()},
            {"last", round.period.last.iso()},
            {"share", round.share},
            {"seed", round.seed},
            {"drawn_on", round.drawn.iso()},
            {"due", round.due.iso()},
            {"closed", day(round.closed)},
            {"conclusion", round.conclusion},
            {"lots", line.lots},
            {"drawn", line.drawn},
            {"checked", line.checked},
            {"faults", line.faults},
            {"uncorrected", line.uncorrected},
            {"late", line.is_late}};
}

object item_of(const AuditSampleLine& line)
{
    return {{"id", line.sample.id.value},     {"dossier", line.sample.dossier.value}, {"full_name", line.name},
            {"cell", line.cell_name},         {"checking", line.checking_name},       {"tickets", line.sample.tickets},
            {"reasons", line.reasons},        {"checked", day(line.sample.checked)},  {"faults", line.faults},
            {"uncorrected", line.uncorrected}};
}

object item_of(const CorrectionLine& line)
{
    const auto& fault = line.fault;
    return {{"id", fault.id.value},
            {"version", fault.version},
            {"round", fault.round.value},
            {"round_name", line.round_name},
            {"dossier", fault.dossier.value},
            {"full_name", line.name},
            {"cell", line.cell_name},
            {"kind", fault.kind},
            {"title", line.kind_title},
            {"severity", key_of(fault.severity)},
            {"due", fault.due.iso()},
            {"late", line.is_late},
            {"state", key_of(fault.state())},
            {"done", day(fault.done)},
            {"confirmed", day(fault.confirmed)},
            {"may_do", line.may_do},
            {"may_confirm", line.may_confirm}};
}

template<typename Line>
Response list_of(const std::vector<Line>& lines, std::int64_t total, const value& next = nullptr)
{
    array items;
    for (const auto& line : lines)
        items.push_back(item_of(line));
    return json(boost::json::serialize(object{{"items", std::move(items)}, {"next", next}, {"total", total}}));
}

Result<Response> rounds(Site& site, const Request& request)
{
    auto lines = TRY(list_audit_rounds(site.app(), asking(request)));
    return list_of(lines, std::ssize(lines));
}

Result<Response> samples(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct AuditRound>("id"));
    auto view = TRY(show_audit_round(site.app(), asking(request), id));
    return list_of(view.samples, std::ssize(view.samples));
}

Result<Response> corrections(Site& site, const Request& request)
{
    FormReader form(request.query);
    CorrectionQuestion question;
    question.organisation = form.id<struct Organisation>("organisation");
    question.round = form.id<struct AuditRound>("round");
    question.state = form.choice("state", correction_state);
    question.kind = form.text("kind");
    question.all = form.text("all") == "1";
    if (auto first = form.number("cursor"); first && *first > 0)
        question.first = static_cast<std::size_t>(*first);
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    question.rows = TRY(rows_asked(request));
    auto page = TRY(list_corrections(site.app(), asking(request), question));
    auto end = question.first + page.rows.size();
    bool has_more = static_cast<std::int64_t>(end) < page.total;
    return list_of(page.rows, page.total, has_more ? value(std::to_string(end)) : value(nullptr));
}

// One correction by its number, for whoever may see it: others learn nothing of what the body should look like.
Result<CheckFaultId> correction_of(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct CheckFault>("id"));
    TRY(show_correction(site.app(), asking(request), id));
    return id;
}

// As it is after a write.
Result<Response> written(Site& site, const Request& request, CheckFaultId id)
{
    return json(boost::json::serialize(item_of(TRY(show_correction(site.app(), asking(request), id)).line)));
}

Result<Response> done(Site& site, const Request& request)
{
    auto id = TRY(correction_of(site, request));
    auto fields = TRY(read_json(request, {"version", "done", "note"}));
    FormReader form(fields);
    auto version = form.number("version", Need::required);
    auto on = form.date("done", Need::required);
    auto note = form.note("note", Need::required);
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    TRY_DO(do_correction(site.app(), asking(request), id, *version, *on, note));
    return written(site, request, id);
}

Result<Response> confirm(Site& site, const Request& request)
{
    auto id = TRY(correction_of(site, request));
    auto fields = TRY(read_json(request, {"version"}));
    FormReader form(fields);
    auto version = form.number("version", Need::required);
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    TRY_DO(confirm_correction(site.app(), asking(request), id, *version));
    return written(site, request, id);
}

Result<Response> send_back(Site& site, const Request& request)
{
    auto id = TRY(correction_of(site, request));
    auto fields = TRY(read_json(request, {"version", "reason"}));
    FormReader form(fields);
    auto version = form.number("version", Need::required);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    TRY_DO(send_back_correction(site.app(), asking(request), id, *version, reason));
    return written(site, request, id);
}

void add_lists(Site& site)
{
    add_api(site, Method::get, "/api/v1/audit-rounds",
            {.summary = "Sampling audits of units of which the asker sees the dossiers, newest first",
             .answers = "AuditRound",
             .is_list = true},
            rounds);
    add_api(site, Method::get, "/api/v1/audit-rounds/{id:audit_round}/samples",
            {.summary = "The drawn dossiers of one round", .answers = "AuditSample", .is_list = true}, samples);
    add_api(
        site, Method::get, "/api/v1/corrections",
        {.summary = "Faults found in sampling audits; those not confirmed yet unless asked otherwise",
         .answers = "Correction",
         .is_list = true,
         .parameters = {{.name = "organisation", .description = "a unit and everything below it", .type = "integer"},
                        {.name = "round", .description = "one round", .type = "integer"},
                        {.name = "state", .description = "open, done, confirmed"},
                        {.name = "kind", .description = "key of the kind of fault"},
                        {.name = "all", .description = "1: confirmed ones too"},
                        {.name = "cursor", .description = "next of the answer before"}}},
        corrections);
}

} // namespace

void add_audit_round_doors(Site& site)
{
    site.api().add_schema("AuditRound", std::string(round_schema));
    site.api().add_schema("AuditSample", std::string(sample_schema));
    site.api().add_schema("Correction", std::string(correction_schema));
    site.api().add_schema("CorrectionDone", std::string(done_schema));
    site.api().add_schema("CorrectionConfirmed", std::string(confirmed_schema));
    site.api().add_schema("CorrectionSentBack", std::string(sent_back_schema));
    add_lists(site);
    add_api(site, Method::post, "/api/v1/corrections/{id:check_fault}/done",
            {.summary = "The dossier's cell has corrected it", .answers = "Correction", .reads = "CorrectionDone"},
            done);
    add_api(site, Method::post, "/api/v1/corrections/{id:check_fault}/confirmation",
            {.summary = "Confirmed, by somebody other than who corrected it",
             .answers = "Correction",
             .reads = "CorrectionConfirmed"},
            confirm);
    add_api(site, Method::post, "/api/v1/corrections/{id:check_fault}/return",
            {.summary = "Sent back: open again, with the reason in the log",
             .answers = "Correction",
             .reads = "CorrectionSentBack"},
            send_back);
}

} // namespace phusa::web::api
