#include "web/reports/story_json.hpp"

#include "web/people/address.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace phusa::web::reports
{

namespace
{

namespace json = boost::json;

// boost::json would write 60.6 as 6.06E1: the same number, but not what a person reads.
std::string text_of(const json::value& value)
{
    std::vector<std::string> parts;
    if (const auto* number = value.if_double())
        return fmt::format("{}", *number);
    if (const auto* array = value.if_array()) {
        for (const auto& each : *array)
            parts.push_back(text_of(each));
        return fmt::format("[{}]", fmt::join(parts, ","));
    }
    if (const auto* object = value.if_object()) {
        for (const auto& [key, each] : *object)
            parts.push_back(json::serialize(json::value(key)) + ":" + text_of(each));
        return fmt::format("{{{}}}", fmt::join(parts, ","));
    }
    return json::serialize(value);
}

json::value number(double value)
{
    auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? json::value(whole) : json::value(value);
}

json::value cell(const Cell& value)
{
    struct Writer {
        json::value operator()(std::monostate) const { return nullptr; }
        json::value operator()(std::int64_t value) const { return value; }
        json::value operator()(double value) const { return number(value); }
        json::value operator()(const std::string& text) const { return json::string(text); }
        json::value operator()(Date day) const { return json::string(day.iso()); }
        json::value operator()(PartialDate day) const { return json::string(day.iso()); }
    };
    return std::visit(Writer(), value);
}

std::string_view key_of(Table::Kind kind)
{
    switch (kind) {
    case Table::Kind::text:
        return "text";
    case Table::Kind::count:
        return "count";
    case Table::Kind::decimal:
        return "decimal";
    case Table::Kind::percent:
        return "percent";
    case Table::Kind::date:
        return "date";
    }
    std::unreachable();
}

json::value people_of(const std::optional<PeopleQuestion>& question, bool with_people)
{
    if (!question || !with_people)
        return nullptr;
    return json::string("/api/v1/people?" + people::query_of(*question, people::Naming::api));
}

json::array columns_of(const Story& story)
{
    json::array columns;
    for (const auto& column : story.table.columns)
        columns.push_back({{"key", column.key}, {"title", column.title}, {"kind", key_of(column.kind)}});
    return columns;
}

json::array rows_of(const Story& story, bool with_people)
{
    json::array rows;
    for (std::size_t i = 0; i < story.table.rows.size(); ++i) {
        json::object row;
        for (std::size_t column = 0; column < story.table.columns.size(); ++column)
            row[story.table.columns[column].key] = cell(story.table.rows[i][column]);
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
                           {"value", number(figure.value)},
                           {"unit", figure.unit},
                           {"share", figure.share ? number(*figure.share) : json::value(nullptr)},
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
                       {"columns", columns_of(story)},
                       {"rows", rows_of(story, with_people)},
                       {"text", story.text},
                       {"figures", figures_of(story, with_people)}};
    return text_of(whole);
}

} // namespace phusa::web::reports
