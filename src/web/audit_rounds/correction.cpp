#include "app/audit_rounds/corrections.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::audit_rounds
{

namespace
{

View facts_of(const CorrectionView& view)
{
    const auto& line = view.line;
    View::List facts;
    add_fact(facts, "Hồ sơ của", line.name, view.sees_dossier ? fmt::format("/ho-so/{}", view.dossier.value) : "");
    add_fact(facts, "Chi bộ", line.cell_name);
    add_fact(facts, "Đợt kiểm tra", line.round_name);
    add_fact(facts, "Mức độ", std::string(title_of(line.fault.severity)));
    add_fact(facts, "Ghi chú của người kiểm tra", line.fault.note);
    add_fact(facts, "Yêu cầu", view.look);
    add_fact(facts, "Hạn khắc phục", line.fault.due.vietnamese());
    add_fact(facts, "Tình trạng", std::string(title_of(line.fault.state())));
    add_fact(facts, "Đã khắc phục", line.fault.done_note);
    return View(std::move(facts));
}

View steps_of(const CorrectionView& view)
{
    TableView table("Diễn biến");
    table.quiet_caption().compact().cards().column("Việc").column("Lúc").column("Người ghi");
    for (const auto& step : view.steps)
        table.row({{.text = step.what, .note = step.note}, {.text = vietnamese_time(step.at)}, {.text = step.by}});
    return std::move(table).view();
}

View doing_form(Site& site, const CorrectionView& view, const Request& request, const Problem* problem)
{
    FormView form(path_of(view.line.fault.id), "Đã khắc phục xong", request.form, problem);
    form.date("done", "Ngày khắc phục", {.required = true, .value = site.app().today().vietnamese()});
    form.longer("done_note", "Đã làm gì", {.hint = "Ghi cụ thể: bổ sung giấy nào, sửa ngày nào.", .required = true});
    form.hidden("version", std::to_string(view.line.fault.version));
    return form.view();
}

View sending_back_form(const CorrectionView& view, const Request& request, const Problem* problem)
{
    FormView form(path_of(view.line.fault.id) + "/tra-lai", "Trả lại, chưa đạt", request.form, problem);
    form.longer("reason", "Còn thiếu gì", {.required = true});
    form.hidden("version", std::to_string(view.line.fault.version));
    return form.view();
}

Response correction_page(Site& site, const Request& request, const CorrectionView& view, const Problem* problem)
{
    View content;
    content.set("head", page_head(view.line.kind_title, "Việc khắc phục"));
    content.set("facts", facts_of(view)).set("steps", steps_of(view));
    content.set("may_do", view.line.may_do).set("may_confirm", view.line.may_confirm).set("is_own", view.is_own);
    if (view.line.may_do)
        content.set("doing", doing_form(site, view, request, problem));
    if (view.line.may_confirm) {
        content.set("confirm_action", path_of(view.line.fault.id) + "/xac-nhan");
        content.set("version", view.line.fault.version);
        content.set("sending_back", sending_back_form(view, request, problem));
    }
    Page page{.view = "audit_rounds/correction", .title = "Việc khắc phục", .section = section};
    page.crumbs = {{"Kiểm tra mẫu hồ sơ", "/kiem-tra-mau"}, {"Việc khắc phục", "/kiem-tra-mau/khac-phuc"}};
    if (problem)
        return site.form_again(request, page, std::move(content), *problem);
    return site.page(request, page, std::move(content));
}

// The page again with what is wrong; what somebody may not do is the page of that.
Result<Response> answer(Site& site, const Request& request, CheckFaultId id, Result<void> done, std::string_view words)
{
    if (done)
        return site.redirect_with(request, path_of(id), words);
    if (done.error().kind == Problem::Kind::refused || done.error().kind == Problem::Kind::not_found)
        return std::unexpected(done.error());
    auto view = TRY(show_correction(site.app(), asking(request), id));
    return correction_page(site, request, view, &done.error());
}

} // namespace

Result<Response> correction(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct CheckFault>("id"));
    auto view = TRY(show_correction(site.app(), asking(request), id));
    return correction_page(site, request, view, nullptr);
}

Result<Response> correct(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct CheckFault>("id"));
    auto view = TRY(show_correction(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    auto done = form.date("done", Need::required);
    auto note = form.note("done_note", Need::required);
    if (auto wrong = form.problem())
        return correction_page(site, request, view, &*wrong);
    return answer(site, request, id, do_correction(site.app(), asking(request), id, version, *done, note),
                  "Đã ghi là khắc phục xong; chờ xác nhận.");
}

Result<Response> confirm(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct CheckFault>("id"));
    TRY(show_correction(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    return answer(site, request, id, confirm_correction(site.app(), asking(request), id, version),
                  "Đã xác nhận khắc phục.");
}

Result<Response> send_back(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct CheckFault>("id"));
    auto view = TRY(show_correction(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version", Need::required).value_or(0);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return correction_page(site, request, view, &*wrong);
    return answer(site, request, id, send_back_correction(site.app(), asking(request), id, version, reason),
                  "Đã trả lại để khắc phục tiếp.");
}

} // namespace phusa::web::audit_rounds
