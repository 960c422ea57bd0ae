#include "web/site/form.hpp"

#include "web/layout/form_view.hpp"
#include "web/reports/asked.hpp"
#include "web/reports/handlers.hpp"

namespace phusa::web::reports
{

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
