#include "app/forms/definitions.hpp"
#include "app/forms/form_print.hpp"
#include "app/gate.hpp"
#include "base/text.hpp"
#include "web/forms/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

namespace phusa::web::forms
{

namespace
{

std::string day_words(Date day) { return Period{day, day}.vietnamese(); }

// How long this version of the form is in use.
std::string validity_words(const stats::Form& form)
{
    auto words = "có hiệu lực từ " + day_words(form.valid_from);
    return form.valid_until ? words + " đến " + day_words(*form.valid_until) : words;
}

} // namespace

Result<Response> list(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    View::List forms;
    for (const auto& form : statistical_forms())
        forms.push_back(View()
                            .set("number", form.number)
                            .set("form_title", form.title)
                            .set("id", lower_case(form.code))
                            .set("summary", form.summary)
                            .set("source", fmt::format("{}, {}", form.source, validity_words(form)))
                            .set("form_href", path_of(form))
                            .set("definitions_href", path_of(form) + "/dinh-nghia"));
    View content;
    content.set("head", page_head("Biểu thống kê", "Báo cáo",
                                  "Lập cho bất cứ đơn vị và kỳ nào từ sổ; mỗi con số mở ra những người đứng sau nó."));
    content.set("forms", View(std::move(forms)));
    return site.page(
        request,
        {.view = "forms/list", .title = "Biểu thống kê", .section = "bao-cao", .crumbs = {{"Báo cáo", "/bao-cao"}}},
        std::move(content));
}

Result<Response> definitions(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    const auto* form = form_in_use(request.route_text("code"), site.app().today());
    if (!form)
        return problem(Problem::Kind::not_found, "Không có biểu thống kê này.");
    TableView table("Các dòng của biểu");
    table.quiet_caption().cards();
    table.column("Dòng").column("Đếm gì").column("Giải thích");
    for (const auto& row : form->rows)
        table.row({{.text = row_label(row)}, {.text = counted_words(row)}, {.text = row.what.definition}});
    TableView checks("Những vế phải bằng nhau");
    checks.column("Đối chiếu").column("Nghĩa là");
    for (const auto& check : form->checks)
        checks.row({{.text = check.words},
                    {.text = check.leaves_unknown ? "Phần chênh là những lượt sổ chưa ghi rõ, được nói dưới biểu."
                                                  : "Không bằng nhau thì biểu báo ngay."}});
    View content;
    content.set("head", page_head("Định nghĩa các dòng", form->number,
                                  fmt::format("{}; {}. {}", form->source, validity_words(*form), form->confidence)));
    content.set("table", std::move(table).view()).set("checks", std::move(checks).view());
    return site.page(
        request,
        {.view = "forms/definitions",
         .title = "Định nghĩa các dòng của " + form->number,
         .section = "bao-cao",
         .crumbs = {{"Báo cáo", "/bao-cao"}, {"Biểu thống kê", "/bao-cao/bieu"}, {form->number, path_of(*form)}}},
        std::move(content));
}

} // namespace phusa::web::forms
