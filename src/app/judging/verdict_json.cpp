#include "app/judging/judging.hpp"

#include <boost/json.hpp>

namespace phusa
{

namespace json = boost::json;

namespace
{

json::value day(std::optional<Date> date) { return date ? json::value(date->iso()) : json::value(nullptr); }

json::string text(std::string_view value) { return json::string(value.data(), value.size()); }

json::value index(std::optional<std::uint32_t> place) { return place ? json::value(*place) : json::value(nullptr); }

json::object finding_json(const JudgedFinding& said)
{
    return {{"rule", text(key_of(said.finding.rule))},
            {"severity", text(key_of(said.finding.severity()))},
            {"act", index(said.finding.act)},
            {"due", day(said.finding.due)},
            {"regulation", text(said.regulation)},
            {"citation", text(said.citation)},
            {"message", text(said.message)}};
}

json::object next_json(const NextAct& next)
{
    json::array blocked_by;
    for (auto rule : next.blocked_by.rules())
        blocked_by.emplace_back(text(key_of(rule)));
    return {{"act", text(key_of(next.act))},
            {"about", text(key_of(next.about))},
            {"earliest", day(next.earliest)},
            {"latest", day(next.latest)},
            {"blocked_by", std::move(blocked_by)}};
}

} // namespace

std::string verdict_json(const JudgedCase& judged)
{
    json::array findings;
    for (const auto& said : judged.findings)
        findings.emplace_back(finding_json(said));
    json::array next;
    for (const auto& each : judged.verdict.next)
        next.emplace_back(next_json(each));
    return json::serialize(json::object{{"outcome", text(key_of(judged.verdict.outcome))},
                                        {"findings", std::move(findings)},
                                        {"next", std::move(next)}});
}

} // namespace phusa
