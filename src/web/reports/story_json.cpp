#include "web/reports/story_json.hpp"

#include "web/people/address.hpp"
#include "web/reports/table_json.hpp"

#include <boost/json.hpp>

namespace phusa::web::reports
{

namespace
{

namespace json = boost::json;

json::value people_of(const std::optional<PeopleQuestion>& question, bool with_people)
{
    if (!question || !with_people)
        return nullptr;
    return json::string("/api/v1/people?" + people::query_of(*question, people::Naming::api));
}

json::array rows_of(const Story& story, bool with_people)
{
    json::array rows;
    for (std::size_t i = 0; i < story.table.rows.size(); ++i) {
        auto row = row_json(story.table, i);
        row["people"] = people_of(story.row_people[i], with_people);
        rows.push_back(std::move(row));
    }
    return rows;
}

json::array figures_of(const Story& story, bool with_people)
{
    json::array figures;
    for (const auto& figure : story.figures)
        figures.push_back({{"text", figure.text},
                           {"offset", figure.offset},
                           {"value", number_json(figure.value)},
                           {"unit", figure.unit},
                           {"share", figure.share ? number_json(*figure.share) : json::value(nullptr)},
                           {"key", figure.key},
                           {"definition", figure.definition},
                           {"people", people_of(figure.people, with_people)}});
    return figures;
}

} // namespace

std::string story_json(const Story& story, bool with_people)
{
    json::object whole{{"org", {{"code", story.unit.code}, {"name", story.unit.name}}},
                       {"period", {{"from", story.period.first.iso()}, {"to", story.period.last.iso()}}},
                       {"structure", story.structure.iso()},
                       {"as_of", story.as_of.iso()},
                       {"columns", columns_json(story.table)},
                       {"rows", rows_of(story, with_people)},
                       {"text", story.text},
                       {"figures", figures_of(story, with_people)}};
    return json_text(whole);
}

} // namespace phusa::web::reports
