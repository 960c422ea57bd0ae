#include "web/api/dossier_json.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

using boost::json::array;
using boost::json::object;
using boost::json::value;

value day(std::optional<Date> date) { return date ? value(date->iso()) : value(nullptr); }

object unit(const Organisation& organisation)
{
    return {{"id", organisation.id.value}, {"code", organisation.code}, {"name", organisation.name}};
}

object line(const DossierLine& each)
{
    return {{"id", each.id.value},
            {"person", each.person.value},
            {"full_name", each.name},
            {"born", each.born.iso()},
            {"cell", {{"id", each.cell.value}, {"name", each.cell_name}}},
            {"grassroots", each.grassroots_name},
            {"stage", key_of(each.stage)},
            {"days_in_stage", each.days_in_stage},
            {"outcome", key_of(each.outcome)},
            {"blocks", each.blocks},
            {"warnings", each.warnings},
            {"late", each.late},
            {"past_facts", each.past_facts},
            {"next", each.next_act ? value(key_of(*each.next_act)) : value(nullptr)},
            {"next_earliest", day(each.next_earliest)},
            {"next_latest", day(each.next_latest)},
            {"why", each.why}};
}

object finding(const FindingView& each)
{
    return {{"rule", key_of(each.rule)},
            {"severity", key_of(severity_of(each.rule))},
            {"act", each.act ? value(each.act->value) : value(nullptr)},
            {"due", day(each.due)},
            {"regulation", each.regulation},
            {"citation", each.citation},
            {"message", each.message},
            {"on_past_fact", each.on_past_fact}};
}

array findings(const std::vector<FindingView>& all)
{
    array list;
    for (const auto& each : all)
        list.push_back(finding(each));
    return list;
}

object next(const NextView& each)
{
    array rules;
    for (auto rule : each.blocked_by)
        rules.emplace_back(key_of(rule));
    array reasons;
    for (const auto& reason : each.reasons)
        reasons.emplace_back(reason);
    array special;
    for (const auto& lacking : each.special)
        special.push_back(object{{"regime", key_of(lacking.regime)},
                                 {"paper", lacking.paper},
                                 {"citation", lacking.citation},
                                 {"message", lacking.sentence()}});
    return {{"act", key_of(each.act)},        {"about", key_of(each.about)},          {"title", each.title},
            {"earliest", day(each.earliest)}, {"latest", day(each.latest)},           {"blocked_by", std::move(rules)},
            {"reasons", std::move(reasons)},  {"reckoning", each.reckoning},          {"by", each.actor},
            {"may_record", each.may_record},  {"special_regimes", std::move(special)}};
}

object act(const ActView& each)
{
    const auto& recorded = each.act;
    return {{"id", recorded.id.value},
            {"version", recorded.version},
            {"act", recorded.side ? key_of(*recorded.side) : key_of(recorded.act.kind)},
            {"on", recorded.act.on.iso()},
            {"about", recorded.act.about ? value(key_of(*recorded.act.about)) : value(nullptr)},
            {"title", each.title},
            {"paper_number", recorded.paper.number},
            {"who", each.who_name},
            {"regulation", each.regulation},
            {"recorded_by", each.recorded_by},
            {"is_set_aside", each.is_set_aside},
            {"is_past_fact", recorded.is_past_fact}};
}

} // namespace

std::string json_of(const DossierPage& page)
{
    array items;
    for (const auto& each : page.rows)
        items.push_back(line(each));
    return boost::json::serialize(object{{"items", std::move(items)},
                                         {"next", page.next.empty() ? value(nullptr) : value(page.next)},
                                         {"total", page.total}});
}

std::string json_of(const DossierView& view)
{
    array acts;
    for (const auto& each : view.acts)
        acts.push_back(act(each));
    array next_acts;
    for (const auto& each : view.next)
        next_acts.push_back(next(each));
    return boost::json::serialize(object{{"id", view.dossier.id.value},
                                         {"person", view.person.id.value},
                                         {"full_name", view.person.name},
                                         {"born", view.person.born.iso()},
                                         {"opened", view.dossier.opened.iso()},
                                         {"cell", unit(view.cell)},
                                         {"grassroots", unit(view.grassroots)},
                                         {"deciding", unit(view.deciding)},
                                         {"as_of", view.as_of.iso()},
                                         {"stage", key_of(view.stage.stage)},
                                         {"since", view.stage.since.iso()},
                                         {"outcome", key_of(view.verdict.outcome)},
                                         {"findings", findings(view.findings)},
                                         {"next", std::move(next_acts)},
                                         {"acts", std::move(acts)},
                                         {"revision", view.revision},
                                         {"past_facts", view.past_facts}});
}

std::string json_of(const ActRecorded& recorded)
{
    return boost::json::serialize(object{{"id", recorded.id.value},
                                         {"stage", key_of(recorded.stage.stage)},
                                         {"since", recorded.stage.since.iso()},
                                         {"warnings", findings(recorded.warnings)},
                                         {"is_past_fact", recorded.is_past_fact}});
}

} // namespace phusa::web::api
