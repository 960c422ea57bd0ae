#include "app/rulebooks/addition.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/layout/form_view.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/rulebooks/looks.hpp"

#include <fmt/format.h>

namespace phusa::web::rulebooks
{

namespace
{

View mistakes_table(const std::vector<RulebookMistake>& mistakes)
{
    TableView table("Chỗ cần sửa trong tệp");
    table.quiet_caption().cards().column("Dòng").column("Mục").column("Cần sửa");
    for (const auto& each : mistakes)
        table.row(
            {{.text = each.line > 0 ? std::to_string(each.line) : "–"}, {.text = each.where}, {.text = each.what}});
    return std::move(table).view();
}

View removed_table(const std::vector<PastRulebook>& past)
{
    TableView table("Đã gỡ hoặc bỏ");
    table.quiet_caption().cards().column("Số").column("Tải lên").column("Gỡ, bỏ").column("Lý do");
    for (const auto& each : past)
        table.row({{.text = each.number, .note = each.was_adopted ? "đã từng áp dụng" : "dự thảo"},
                   {.text = each.uploaded_at, .note = each.uploaded_by},
                   {.text = each.removed_at, .note = each.removed_by},
                   {.text = each.reason}});
    return std::move(table).view();
}

// `mistakes` of a file that was sent; `error` where there was none that could be read.
Result<Response> upload_page(Site& site, const Request& request, const std::vector<RulebookMistake>& mistakes,
                             std::string error)
{
    auto past = TRY(list_removed(site.app(), asking(request)));
    View content;
    content.set("head",
                page_head("Thêm quy định mới", {},
                          "Khi Trung ương ban hành quy định mới, hãy tải lên tệp trị số của quy định đó. Tệp "
                          "chỉ là dự thảo cho đến khi được áp dụng; trước đó phần mềm cho thấy hồ sơ nào đổi."));
    bool is_wrong = !mistakes.empty() || !error.empty();
    content.set("error", std::move(error)).set("has_mistakes", !mistakes.empty());
    content.set("mistakes", mistakes_table(mistakes));
    content.set("has_removed", !past.empty()).set("removed", removed_table(past));
    auto page = page_of("rulebooks/upload", "Thêm quy định mới");
    page.status = is_wrong ? status_of(Problem::Kind::invalid) : 200;
    return site.page(request, page, std::move(content));
}

View adopt_form(const RulebookDraft& draft, const Fields& typed, const Problem* problem)
{
    FormView form(draft_path(draft.slug) + "/ap-dung", "Áp dụng quy định này", typed, problem);
    form.longer("note", "Căn cứ",
                {.hint = "Số, ngày của văn bản; ai đã đối chiếu tệp với toàn văn.", .required = true});
    return form.view();
}

std::string begin_note(const RulebookDraft& draft, Date today)
{
    auto day = draft.view.in_force_from.vietnamese();
    if (draft.view.in_force_from > today)
        return fmt::format("Áp dụng rồi thì quy định có hiệu lực trong phần mềm từ ngày {}. Trước ngày đó vẫn gỡ được.",
                           day);
    return fmt::format("Quy định có hiệu lực từ ngày {}, đã qua: áp dụng thì hồ sơ được xét theo đó ngay, và không gỡ "
                       "được nữa.",
                       day);
}

Result<Response> draft_page(Site& site, const Request& request, const Problem* problem)
{
    auto draft = TRY(show_draft(site.app(), asking(request), request.route_text("so")));
    bool fits = draft.mistakes.empty();
    View content;
    content.set("head", page_head("Quy định " + draft.number, "Dự thảo chờ áp dụng",
                                  fmt::format("{} tải lên lúc {}. Chưa có hiệu lực gì trong phần mềm.",
                                              draft.uploaded_by, draft.uploaded_at)));
    content.set("fits", fits).set("mistakes", mistakes_table(draft.mistakes));
    content.set("drop_action", draft_path(draft.slug) + "/bo").set("draft_number", draft.number);
    if (fits) {
        auto page = impact_page(request);
        auto impacts = TRY(preview_draft(site.app(), asking(request), draft.slug, page));
        content.set("facts", facts_of(draft.view)).set("replaces", draft.view.replaces);
        content.set("differences", differences_of(draft.view)).set("rules", rules_of(draft.view, {}));
        content.set("sets", false).set("impact", impact_of(impacts)).set("table", impact_table(impacts));
        content.set("adopt", adopt_form(draft, request.form, problem));
        content.set("begin_note", begin_note(draft, site.app().today())).set("has_rows", impacts.total > 0);
        content.set("paging", dossier_lists::paging_by_rows({.path = draft_path(draft.slug) + "/anh-huong",
                                                             .asked = {},
                                                             .first = page.first,
                                                             .shown = impacts.rows.size(),
                                                             .total = impacts.total,
                                                             .noun = "hồ sơ"}));
    }
    auto look = page_of("rulebooks/draft", "Dự thảo: Quy định " + draft.number);
    return problem ? site.form_again(request, look, std::move(content), *problem)
                   : site.page(request, look, std::move(content));
}

Result<Response> removal_page(Site& site, const Request& request, const RulebookView& view, const Problem* problem)
{
    FormView form(path_of(view) + "/go", "Gỡ quy định", request.form, problem);
    form.longer("reason", "Lý do", {.required = true});
    View::List consequences;
    consequences.emplace_back(
        fmt::format("Từ ngày {}, hồ sơ vẫn được xét theo {}.", view.in_force_from.vietnamese(), view.replaces));
    consequences.emplace_back("Trị số tỉnh đã đặt cho quy định này không còn áp dụng.");
    consequences.emplace_back("Muốn áp dụng lại thì tải tệp lên lần nữa.");
    View content;
    content.set("confirm", form.view()
                               .set("heading", fmt::format("Gỡ Quy định {}?", view.number))
                               .set("has_consequences", true)
                               .set("consequences", View(std::move(consequences)))
                               .set("confirm_label", "Gỡ quy định")
                               .set("cancel_href", path_of(view))
                               .set("dangerous", true));
    auto page = page_of("dossiers/confirm", "Gỡ quy định", {{view.number, path_of(view)}});
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

// One that can still be removed; anything else is not found.
Result<RulebookView> removable(Site& site, const Request& request)
{
    TRY_DO(pass_setting(site, request));
    auto view = TRY(show_rulebook(site.app(), request.route_text("so")));
    if (!may_remove(site.app(), view))
        return problem(Problem::Kind::not_found, "Quy định này không gỡ được: đã có hiệu lực, hoặc đi cùng phần mềm.");
    return view;
}

} // namespace

Result<Response> upload_form(Site& site, const Request& request) { return upload_page(site, request, {}, {}); }

Result<Response> upload(Site& site, const Request& request)
{
    TRY_DO(pass_setting(site, request));
    if (request.files.empty() || request.files.front().content.empty())
        return upload_page(site, request, {}, "Hãy chọn tệp .toml của quy định.");
    auto sent = upload_rulebook(site.app(), asking(request), request.files.front().content);
    if (!sent)
        return upload_page(site, request, {}, sent.error().message);
    if (!sent->mistakes.empty())
        return upload_page(site, request, sent->mistakes, {});
    return site.redirect_with(request, draft_path(sent->slug), "Tệp đọc được. Xem thay đổi rồi áp dụng ở cuối trang.");
}

Result<Response> draft(Site& site, const Request& request) { return draft_page(site, request, nullptr); }

Result<TableStream> draft_rows(Site& site, const Request& request)
{
    return export_draft_impacts(site.app(), asking(request), request.route_text("so"));
}

Result<Response> adopt(Site& site, const Request& request)
{
    auto slug = std::string(request.route_text("so"));
    auto done = adopt_draft(site.app(), asking(request), slug, request.form.text("note"));
    if (!done && done.error().kind == Problem::Kind::invalid)
        return draft_page(site, request, &done.error());
    if (!done)
        return std::unexpected(done.error());
    return site.redirect_with(request, "/quy-dinh/" + slug, "Đã áp dụng quy định mới.");
}

Result<Response> drop(Site& site, const Request& request)
{
    TRY_DO(drop_draft(site.app(), asking(request), request.route_text("so")));
    return site.redirect_with(request, "/quy-dinh", "Đã bỏ dự thảo.");
}

Result<Response> removal(Site& site, const Request& request)
{
    return removal_page(site, request, TRY(removable(site, request)), nullptr);
}

Result<Response> remove(Site& site, const Request& request)
{
    auto view = TRY(removable(site, request));
    auto done = remove_rulebook(site.app(), asking(request), view.slug, request.form.text("reason"));
    if (!done && done.error().kind == Problem::Kind::invalid)
        return removal_page(site, request, view, &done.error());
    if (!done)
        return std::unexpected(done.error());
    return site.redirect_with(request, "/quy-dinh", fmt::format("Đã gỡ Quy định {}.", view.number));
}

} // namespace phusa::web::rulebooks
