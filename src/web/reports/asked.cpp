#include "web/reports/asked.hpp"

#include "app/organisations.hpp"

namespace phusa::web::reports
{

namespace
{

std::optional<Period> period_of(FormReader& query)
{
    auto first = query.date("tu");
    auto last = query.date("den");
    if (first && last && *last < *first)
        query.wrong("den", "Ngày cuối của kỳ phải sau ngày đầu.");
    else if (first && last)
        return Period{*first, *last};
    else if ((first || last) && !query.problem())
        query.wrong(first ? "den" : "tu", "Hãy ghi cả ngày đầu và ngày cuối của kỳ.");
    auto text = query.text("ky");
    if (first || last || text.empty())
        return std::nullopt;
    auto period = Period::parse(text);
    if (period)
        return *period;
    query.wrong("ky", period.error().message);
    return std::nullopt;
}

FormChoice choice(const Organisation& unit, std::string_view before = {})
{
    return {.value = std::to_string(unit.id.value), .label = std::string(before) + unit.name};
}

} // namespace

StoryQuestion asked_of(FormReader& query)
{
    StoryQuestion question;
    question.organisation = query.id<struct Organisation>("don_vi");
    question.period = period_of(query);
    question.structure = query.date("co_cau");
    return question;
}

std::vector<FormChoice> units_around(App& app, const Actor& actor, std::optional<OrganisationId> unit, Date on)
{
    std::vector<FormChoice> choices;
    if (auto seen = unit ? show_organisation(app, actor, *unit, on) : problem(Problem::Kind::not_found, "")) {
        for (const auto& above : seen->path)
            choices.push_back(choice(above));
        choices.push_back(choice(seen->organisation));
        for (const auto& child : seen->children)
            choices.push_back(choice(child.organisation, "– "));
        return choices;
    }
    if (auto tops = list_children(app, actor, std::nullopt, on))
        for (const auto& top : *tops)
            choices.push_back(choice(top.organisation));
    return choices;
}

View warning(std::string text)
{
    return View().set("kind", "warning").set("heading", "").set("text", std::move(text)).set("notice_href", "");
}

} // namespace phusa::web::reports
