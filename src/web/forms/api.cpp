#include "web/api/api.hpp"

#include "app/forms/definitions.hpp"
#include "app/forms/form_question.hpp"
#include "app/gate.hpp"
#include "base/text.hpp"
#include "web/forms/form_json.hpp"
#include "web/forms/handlers.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace phusa::web::forms
{

namespace
{

namespace json_of = boost::json;

const std::vector<std::string_view> of_a_form{"org", "period", "from", "to", "structure", "as_of", "recorded"};
const std::vector<std::string_view> of_a_number{"org",      "period", "from",   "to",    "structure", "as_of",
                                                "recorded", "row",    "column", "limit", "cursor"};

Result<FormQuestion> question_of(const Request& request, const std::vector<std::string_view>& known)
{
    for (const auto& [name, value] : request.query.items())
        if (std::ranges::find(known, name) == known.end())
            return invalid(name, fmt::format("Unknown parameter \"{}\".", name));
    auto text = [&](std::string_view name) { return std::string(request.query.text(name)); };
    return form_question(std::string(request.route_text("code")),
                         {.org = text("org"),
                          .period = text("period"),
                          .from = text("from"),
                          .to = text("to"),
                          .structure = text("structure"),
                          .as_of = text("as_of")},
                         text("recorded"), "");
}

Result<bool> is_previous(const Request& request)
{
    auto column = request.query.text("column");
    if (column != "current" && column != "previous" && !column.empty())
        return invalid("column", "column: current or previous.");
    return column == "previous";
}

Result<std::size_t> cursor_of(const Request& request)
{
    auto text = request.query.text("cursor");
    std::size_t first = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), first);
    if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
        return invalid("cursor", "cursor: not one that this list has given.");
    return first;
}

json_of::value entry_json(const FormEntry& entry)
{
    auto or_null = [](const std::string& text) {
        return text.empty() ? json_of::value(nullptr) : json_of::value(text);
    };
    if (entry.organisation)
        return {{"organisation", entry.organisation->value}, {"name", entry.name}, {"what", entry.what}};
    return {{"person", entry.person->value},
            {"name", entry.name},
            {"born", entry.born.iso()},
            {"on", entry.on.iso()},
            {"what", entry.what},
            {"from", or_null(entry.from)},
            {"to", or_null(entry.to)},
            {"standing", key_of(entry.standing)}};
}

} // namespace

Result<Response> answer_list(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    json_of::array items;
    for (const auto& form : statistical_forms())
        items.push_back({{"code", form.code},
                         {"number", form.number},
                         {"title", form.title},
                         {"source", form.source},
                         {"confidence", form.confidence},
                         {"valid_from", form.valid_from.iso()},
                         {"href", "/api/v1/reports/forms/" + lower_case(form.code)}});
    auto total = items.size();
    return json(json_of::serialize(json_of::object{{"items", std::move(items)}, {"next", nullptr}, {"total", total}}));
}

Result<Response> answer(Site& site, const Request& request)
{
    auto question = TRY(question_of(request, of_a_form));
    auto sheet = TRY(form_sheet(site.app(), asking(request), question));
    return json(form_json(sheet, may(site.app(), asking(request), Right::see_people, sheet.unit.id)));
}

Result<Response> answer_entries(Site& site, const Request& request)
{
    FormNumber number{.form = TRY(question_of(request, of_a_number)),
                      .row = std::string(request.query.text("row")),
                      .before = TRY(is_previous(request))};
    auto first = TRY(cursor_of(request));
    auto rows = TRY(rows_asked(request));
    auto entries = TRY(form_entries(site.app(), asking(request), number, first, rows));
    json_of::array items;
    for (const auto& entry : entries.entries)
        items.push_back(entry_json(entry));
    auto next = first + entries.entries.size();
    bool has_next = !entries.entries.empty() && static_cast<std::int64_t>(next) < entries.shown;
    json_of::object list{{"items", std::move(items)},
                         {"next", has_next ? json_of::value(std::to_string(next)) : json_of::value(nullptr)},
                         {"total", entries.shown}};
    return json(json_of::serialize(list));
}

} // namespace phusa::web::forms
