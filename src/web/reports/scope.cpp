#include "web/reports/scope.hpp"

#include "web/reports/asked.hpp"

namespace phusa::web::reports
{

void add_scope_fields(FormView& form, Site& site, const Request& request, const std::optional<ScopeShown>& shown)
{
    auto unit = shown ? std::optional(shown->unit) : FormReader(request.query).id<struct Organisation>("don_vi");
    auto on = shown ? shown->structure : site.app().today();
    bool structure_was_asked = !request.query.text("co_cau").empty();
    form.select("don_vi", "Đơn vị", units_around(site.app(), asking(request), unit, on),
                {.value = unit ? std::to_string(unit->value) : std::string()});
    form.date("tu", "Từ ngày", {.value = shown ? shown->period.first.vietnamese() : std::string()});
    form.date("den", "Đến ngày", {.value = shown ? shown->period.last.vietnamese() : std::string()});
    form.date("co_cau", "Cơ cấu tổ chức của ngày",
              {.value = shown && structure_was_asked ? shown->structure.vietnamese() : std::string()});
}

} // namespace phusa::web::reports
