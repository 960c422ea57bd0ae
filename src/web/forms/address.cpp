#include "base/text.hpp"
#include "web/forms/handlers.hpp"
#include "web/reports/asked.hpp"

namespace phusa::web::forms
{

Result<FormQuestion> asked_of(const Request& request)
{
    FormReader query(request.query);
    FormQuestion question{.code = std::string(request.route_text("code")), .of = reports::asked_of(query)};
    if (auto recorded = query.number("dong_so"))
        question.recorded = AuditNumber{*recorded};
    if (auto problem = query.problem())
        return std::unexpected(std::move(*problem));
    return question;
}

std::string query_of(const FormSheet& sheet)
{
    Fields fields{{"don_vi", std::to_string(sheet.unit.id.value)},
                  {"tu", sheet.period.first.iso()},
                  {"den", sheet.period.last.iso()},
                  {"co_cau", sheet.structure.iso()}};
    if (sheet.recorded)
        fields.add("dong_so", std::to_string(sheet.recorded->value));
    return fields.urlencoded();
}

std::string path_of(const stats::Form& form) { return "/bao-cao/bieu/" + lower_case(form.code); }

} // namespace phusa::web::forms
