#include "web/layout/form_view.hpp"
#include "web/reports/handlers.hpp"
#include "web/reports/scope.hpp"

namespace phusa::web::reports
{

View story_form(Site& site, const Request& request, const Story* story, const Problem* problem)
{
    // What was typed stands in the form only while something is wrong with it.
    FormView form("/bao-cao/ket-qua", "Lập báo cáo", problem ? request.query : Fields(), problem);
    add_scope_fields(form, site, request,
                     story ? std::optional(ScopeShown{story->unit.id, story->period, story->structure}) : std::nullopt);
    auto view = form.view();
    return view.set("error_heading", "Chưa lập được báo cáo. Cần sửa những chỗ sau:");
}

} // namespace phusa::web::reports
