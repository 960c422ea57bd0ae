#include "app/forms/definitions.hpp"
#include "app/forms/form_print.hpp"
#include "app/gate.hpp"
#include "base/text.hpp"
#include "web/forms/handlers.hpp"
#include "web/http/percent.hpp"
#include "web/layout/table_view.hpp"
#include "web/reports/asked.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::forms
{

namespace
{

using Column = std::optional<double>;

// Where a number leads; empty where nothing stands behind it or the reader may not look.
std::string entries_behind(const FormSheet& sheet, const stats::FormRow& row, const Column& value, bool before,
                           bool opens)
{
    bool counted = row.counts != stats::FormMeasure::nothing && row.counts != stats::FormMeasure::mean_age;
    if (!counted || !value || *value == 0 || (!opens && row.counts != stats::FormMeasure::organisations))
        return {};
    return fmt::format("{}/nguoi?dong={}{}&{}", path_of(*sheet.form), percent_encoded(row.what.key),
                       before ? "&cot=truoc" : "", query_of(sheet));
}

View line_view(const FormSheet& sheet, const FormLine& line, bool opens)
{
    const auto& row = sheet.form->rows[line.row];
    return View()
        .set("criterion", row_label(row))
        .set("level", std::to_string(row.level))
        .set("is_part", row.is_part)
        .set("is_heading", row.counts == stats::FormMeasure::nothing)
        .set("now", printed_value(row, line.now))
        .set("now_href", entries_behind(sheet, row, line.now, false, opens))
        .set("before", printed_value(row, line.before))
        .set("before_href", entries_behind(sheet, row, line.before, true, opens))
        .set("percent", printed_percent(line.percent));
}

template<typename Texts>
View lines_of(const Texts& texts)
{
    View::List list;
    for (const auto& text : texts)
        list.push_back(View().set("words", text));
    return View(std::move(list));
}

View sheet_view(Site& site, const FormSheet& sheet, bool opens)
{
    auto frame = form_frame(site.app(), sheet);
    const auto& heads = sheet.form->heads;
    View::List lines;
    for (const auto& line : sheet.lines)
        lines.push_back(line_view(sheet, line, opens));
    auto view = View()
                    .set("left", lines_of(frame.left))
                    .set("right", frame.right)
                    .set("form_title", frame.title)
                    .set("subtitle", frame.subtitle)
                    .set("criterion_head", heads.criterion)
                    .set("group_head", heads.group)
                    .set("now_head", heads.now)
                    .set("before_head", heads.before)
                    .set("percent_head", heads.percent);
    view.set("numbers", lines_of(heads.numbers)).set("lines", View(std::move(lines)));
    view.set("notes", lines_of(frame.notes)).set("place_and_date", frame.place_and_date);
    view.set("foot_left", frame.foot_left).set("foot_left_note", frame.foot_left_note);
    view.set("foot_right", frame.foot_right).set("foot_right_note", frame.foot_right_note);
    return view;
}

View question_form(Site& site, const Request& request, const stats::Form& form, const FormSheet* sheet,
                   const Problem* problem)
{
    auto unit = sheet ? std::optional(sheet->unit.id) : FormReader(request.query).id<struct Organisation>("don_vi");
    auto on = sheet ? sheet->structure : site.app().today();
    bool structure_was_asked = !request.query.text("co_cau").empty();
    FormView view(path_of(form), "Lập biểu", problem ? request.query : Fields(), problem);
    view.select("don_vi", "Đơn vị", reports::units_around(site.app(), asking(request), unit, on),
                {.value = unit ? std::to_string(unit->value) : std::string()});
    view.date("tu", "Từ ngày", {.value = sheet ? sheet->period.first.vietnamese() : std::string()});
    view.date("den", "Đến ngày", {.value = sheet ? sheet->period.last.vietnamese() : std::string()});
    view.date("co_cau", "Cơ cấu tổ chức của ngày",
              {.value = sheet && structure_was_asked ? sheet->structure.vietnamese() : std::string()});
    view.text(
        "dong_so", "Sổ ghi đến dòng nhật ký",
        {.value = sheet && sheet->recorded ? std::to_string(sheet->recorded->value) : std::string(), .is_short = true});
    return view.view().set("error_heading", "Chưa lập được biểu. Cần sửa những chỗ sau:");
}

// The half years and years that reports are made for.
View::List usual(const stats::Form& form, const FormSheet* sheet, Date today)
{
    auto unit = sheet ? fmt::format("don_vi={}&", sheet->unit.id.value) : std::string();
    View::List periods;
    for (auto text : {fmt::format("{}", today.year()), fmt::format("{}-H1", today.year()),
                      fmt::format("{}", today.year() - 1), fmt::format("{}-H1", today.year() - 1)}) {
        auto period = Period::parse(text).value();
        if (period.first <= today)
            periods.push_back(View()
                                  .set("label", period.vietnamese())
                                  .set("href", fmt::format("{}?{}ky={}", path_of(form), unit, percent_encoded(text))));
    }
    return periods;
}

Page page_of(const stats::Form& form)
{
    return {.view = "forms/show",
            .title = form.number,
            .section = "bao-cao",
            .crumbs = {{"Báo cáo", "/bao-cao"}, {"Biểu thống kê", "/bao-cao/bieu"}}};
}

View::List files_of(const FormSheet& sheet)
{
    View::List files;
    for (auto [ending, label] : {std::pair{"xlsx", "Excel"}, std::pair{"csv", "CSV"}, std::pair{"json", "JSON"}})
        files.push_back(View()
                            .set("label", label)
                            .set("href", fmt::format("{}/bieu.{}?{}", path_of(*sheet.form), ending, query_of(sheet))));
    return files;
}

std::string heading_of(const stats::Form& form) { return fmt::format("{} – {}", form.number, lower_case(form.title)); }

Response asked_wrongly(Site& site, const Request& request, const stats::Form& form, const Problem& problem)
{
    View content;
    content.set("head", page_head(heading_of(form), "Biểu thống kê"));
    content.set("form", question_form(site, request, form, nullptr, &problem));
    content.set("periods", View(usual(form, nullptr, site.app().today()))).set("has_sheet", false);
    return site.form_again(request, page_of(form), std::move(content), problem);
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    TRY_DO(Gate(site.app(), asking(request)).pass_anywhere(Right::see_reports));
    const auto* form = form_in_use(request.route_text("code"), site.app().today());
    if (!form)
        return problem(Problem::Kind::not_found, "Không có biểu thống kê này.");
    auto question = asked_of(request);
    if (!question)
        return asked_wrongly(site, request, *form, question.error());
    auto sheet = form_sheet(site.app(), asking(request), *question);
    if (!sheet && sheet.error().kind == Problem::Kind::invalid)
        return asked_wrongly(site, request, *form, sheet.error());
    if (!sheet)
        return std::unexpected(sheet.error());
    bool opens = may(site.app(), asking(request), Right::see_people, sheet->unit.id);
    View content;
    content.set("head", page_head(heading_of(*sheet->form), "Biểu thống kê"));
    content.set("form", question_form(site, request, *form, &*sheet, nullptr));
    content.set("periods", View(usual(*form, &*sheet, site.app().today()))).set("has_sheet", true);
    content.set("has_fault", std::ranges::any_of(sheet->remarks, [](const auto& remark) { return !remark.holds; }));
    content.set("fault", reports::warning("Có dòng không khớp: xem ghi chú dưới biểu."));
    content.set("sheet", sheet_view(site, *sheet, opens)).set("files", View(files_of(*sheet)));
    content.set("definitions_href", path_of(*form) + "/dinh-nghia");
    return site.page(request, page_of(*form), std::move(content));
}

Result<TableStream> figures(Site& site, const Request& request)
{
    auto question = TRY(asked_of(request));
    auto sheet = TRY(form_sheet(site.app(), asking(request), question));
    return stream_of(form_table(sheet));
}

Result<Response> printed(Site& site, const Request& request)
{
    auto question = TRY(asked_of(request));
    auto sheet = TRY(form_sheet(site.app(), asking(request), question));
    return download(fmt::format("{}.xlsx", lower_case(sheet.form->code)),
                    std::string(content_type_of(ExportFormat::xlsx)), form_file(site.app(), sheet));
}

} // namespace phusa::web::forms
