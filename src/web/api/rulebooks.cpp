#include "app/rulebooks/views.hpp"
#include "web/api/api.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view rulebook_schema = R"({
    "type": "object", "required": ["id", "number", "title", "issued", "in_force_from", "state", "confidence", "is_weak"],
    "properties": {
        "id": {"type": "string", "description": "of addresses: 208-qd-tw"}, "number": {"type": "string"},
        "title": {"type": "string"}, "issuer": {"type": "string"},
        "issued": {"type": "string", "format": "date"}, "in_force_from": {"type": "string", "format": "date"},
        "until": {"type": ["string", "null"], "format": "date", "description": "last day in force"},
        "replaces": {"type": ["string", "null"]}, "guidance": {"type": "array", "items": {"type": "string"}},
        "state": {"type": "string", "enum": ["past", "in_force", "coming"]}, "added_by_province": {"type": "boolean"},
        "confidence": {"type": "string", "enum": ["S", "S2", "province"]},
        "is_weak": {"type": "boolean", "description": "number and days are to be confirmed before papers print them"},
        "on_paper": {"type": "string", "description": "how papers of today name it"},
        "weak_values": {"type": "integer"}, "source": {"type": "string"}, "note": {"type": "string"}}})";

constexpr std::string_view rules_schema = R"({
    "allOf": [{"$ref": "#/components/schemas/Rulebook"}, {"type": "object", "required": ["rules"], "properties": {
        "rules": {"type": "array", "items": {"type": "object",
            "required": ["rule", "title", "known", "values", "confidence", "is_weak", "changed"],
            "properties": {
                "rule": {"type": "string"}, "title": {"type": "string"}, "known": {"type": "boolean"},
                "values": {"type": "object", "description": "as the files write them: \"12\", \"issue\"",
                    "additionalProperties": {"type": "string"}},
                "since": {"type": ["string", "null"], "format": "date"}, "clause": {"type": "string"},
                "citation": {"type": "string"}, "on_paper": {"type": "string"},
                "confidence": {"type": "string", "enum": ["S", "S2", "I", "R", "province", null]}, "is_weak": {"type": "boolean"},
                "changed": {"type": "boolean", "description": "against the regulation before"},
                "before": {"type": "string"}, "source": {"type": "string"}, "note": {"type": "string"}}}}}}]})";

value day(const std::optional<Date>& date) { return date ? value(date->iso()) : value(nullptr); }
value text_or_null(const std::string& text) { return text.empty() ? value(nullptr) : value(text); }

object json_of(const RulebookView& view)
{
    array guidance;
    for (const auto& each : view.guidance)
        guidance.emplace_back(each);
    return {{"id", view.slug},
            {"number", view.number},
            {"title", view.title},
            {"issuer", view.issuer},
            {"issued", view.issued.iso()},
            {"in_force_from", view.in_force_from.iso()},
            {"until", day(view.until)},
            {"replaces", text_or_null(view.replaces)},
            {"guidance", std::move(guidance)},
            {"state", key_of(view.state)},
            {"added_by_province", view.is_added},
            {"confidence", view.confidence_key},
            {"is_weak", view.is_weak},
            {"on_paper", view.on_paper},
            {"weak_values", view.weak_values},
            {"source", view.source},
            {"note", view.note}};
}

object json_of(const RuleView& rule)
{
    object values;
    if (rule.known)
        for (const auto& each : rule.values)
            values[each.key] = each.value;
    return {
        {"rule", key_of(rule.rule)},   {"title", rule.title},        {"known", rule.known},
        {"values", std::move(values)}, {"since", day(rule.since)},   {"clause", rule.clause},
        {"citation", rule.citation},   {"on_paper", rule.on_paper},  {"confidence", text_or_null(rule.confidence_key)},
        {"is_weak", rule.is_weak},     {"changed", rule.is_changed}, {"before", rule.before},
        {"source", rule.source},       {"note", rule.note}};
}

Result<Response> list(Site& site, const Request&)
{
    auto views = show_rulebooks(site.app());
    array items;
    for (const auto& each : views)
        items.push_back(json_of(each));
    return json(
        boost::json::serialize(object{{"items", std::move(items)}, {"next", nullptr}, {"total", views.size()}}));
}

Result<Response> show(Site& site, const Request& request)
{
    auto view = TRY(show_rulebook(site.app(), request.route_text("rulebook")));
    auto answer = json_of(view);
    array rules;
    for (const auto& each : view.rules)
        rules.push_back(json_of(each));
    answer["rules"] = std::move(rules);
    return json(boost::json::serialize(answer));
}

} // namespace

void add_rulebook_doors(Site& site)
{
    site.api().add_schema("Rulebook", std::string(rulebook_schema));
    site.api().add_schema("RulebookWithRules", std::string(rules_schema));
    add_api(site, Method::get, "/api/v1/rulebooks",
            {.summary = "Regulations on carrying out the Party Charter, newest first",
             .answers = "Rulebook",
             .is_list = true},
            list);
    add_api(site, Method::get, "/api/v1/rulebooks/{rulebook}",
            {.summary = "One regulation with the value of every rule", .answers = "RulebookWithRules"}, show);
}

} // namespace phusa::web::api
