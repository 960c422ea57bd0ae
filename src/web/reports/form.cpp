#include "web/site/form.hpp"

#include "app/organisations.hpp"
#include "web/layout/form_view.hpp"
#include "web/reports/handlers.hpp"

namespace phusa::web::reports
{

namespace
{

FormChoice choice(const Organisation& unit, std::string_view before = {})
{
    return {.value = std::to_string(unit.id.value), .label = std::string(before) + unit.name};
}

// The unit with what is above and directly below it: one step at a time through the tree, also without a script.
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

} // namespace

View story_form(Site& site, const Request& request, const Story* story, const Problem* problem)
{
    auto unit = story ? std::optional(story->unit.id) : FormReader(request.query).id<struct Organisation>("don_vi");
    auto on = story ? story->structure : site.app().today();
    auto choices = units_around(site.app(), asking(request), unit, on);
    bool structure_was_asked = !request.query.text("co_cau").empty();
    // What was typed stands in the form only while something is wrong with it.
    FormView form("/bao-cao/ket-qua", "Lập báo cáo", problem ? request.query : Fields(), problem);
    form.select("don_vi", "Đơn vị", choices, {.value = unit ? std::to_string(unit->value) : std::string()});
    form.date("tu", "Từ ngày", {.value = story ? story->period.first.vietnamese() : std::string()});
    form.date("den", "Đến ngày", {.value = story ? story->period.last.vietnamese() : std::string()});
    form.date("co_cau", "Cơ cấu tổ chức của ngày",
              {.value = story && structure_was_asked ? story->structure.vietnamese() : std::string()});
    auto view = form.view();
    return view.set("error_heading", "Chưa lập được báo cáo. Cần sửa những chỗ sau:");
}

} // namespace phusa::web::reports
