#include "base/limits.hpp"
#include "web/layout/table_view.hpp"
#include "web/saved_views/handlers.hpp"
#include "web/saved_views/parts.hpp"
#include "web/site/form.hpp"

#include <fmt/core.h>

namespace phusa::web::saved_views
{

namespace
{

using ViewNumber = struct phusa::SavedView;

struct Wanted {
    std::string name;
    std::optional<OrganisationId> shared;
};

Result<Wanted> wanted_in(const Request& request)
{
    FormReader form(request.form);
    Wanted wanted{.name = form.text("ten", Need::required, limit::name_length_max),
                  .shared = form.id<struct Organisation>("chung")};
    if (auto problem = form.problem())
        return std::unexpected(std::move(*problem));
    return wanted;
}

// Fields as the forms call them.
Problem beside_fields(Problem problem)
{
    for (auto& field : problem.fields)
        if (field.name == "name")
            field.name = "ten";
    if (problem.kind == Problem::Kind::conflict && problem.fields.empty())
        problem.fields = {{"ten", problem.message}};
    return problem;
}

bool is_of_the_form(const Problem& problem)
{
    return problem.kind == Problem::Kind::invalid || problem.kind == Problem::Kind::conflict;
}

Response form_page(Site& site, const Request& request, std::string heading, const FormView& form,
                   const Problem* problem)
{
    View content;
    content.set("head", page_head(heading, "Câu hỏi đã lưu")).set("form", form.view());
    Page page{.view = "saved_views/form",
              .title = std::move(heading),
              .section = "bao-cao",
              .crumbs = {{"Báo cáo", "/bao-cao"}, {"Câu hỏi đã lưu", std::string(list_path)}}};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

Response saving_form(Site& site, const Request& request, const Problem& problem)
{
    FormView form(std::string(list_path), "Lưu câu hỏi", request.form, &problem);
    add_fields(form, site, request, nullptr);
    form.hidden("trang", std::string(request.form.text("trang")))
        .hidden("cau_hoi", std::string(request.form.text("cau_hoi")))
        .cancel(std::string(list_path));
    return form_page(site, request, "Lưu câu hỏi", form, &problem);
}

Response changing_form(Site& site, const Request& request, const SavedViewLine& line, const Problem* problem)
{
    auto path = fmt::format("{}/{}", list_path, line.view.id.value);
    FormView form(path, "Lưu", request.form, problem);
    add_fields(form, site, request, &line.view);
    form.cancel(std::string(list_path));
    View content;
    content.set("head", page_head(line.view.name, "Câu hỏi đã lưu", {},
                                  {action(address_of(site, request, line.view), "Mở câu hỏi"),
                                   action(path + "/xoa", "Xoá câu hỏi")}));
    content.set("form", form.view());
    Page page{.view = "saved_views/form",
              .title = line.view.name,
              .section = "bao-cao",
              .crumbs = {{"Báo cáo", "/bao-cao"}, {"Câu hỏi đã lưu", std::string(list_path)}}};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

// One that the asker may change; another's that is only shared with them is refused.
Result<SavedViewLine> own_line(Site& site, const Request& request)
{
    auto id = TRY(request.id<ViewNumber>("id"));
    auto line = TRY(show_saved_view(site.app(), asking(request), id));
    if (!line.may_change)
        return problem(Problem::Kind::refused,
                       "Câu hỏi này do người khác lưu; hãy mở nó rồi lưu thành câu hỏi của mình.");
    return line;
}

} // namespace

Result<Response> save(Site& site, const Request& request)
{
    auto report = report_of(request.form.text("trang"));
    auto question = Fields::parse(request.form.text("cau_hoi"));
    if (!report || !question)
        return invalid("cau_hoi", "Không đọc được câu hỏi cần lưu; hãy mở lại bảng và lưu từ đó.");
    auto wanted = wanted_in(request);
    if (!wanted)
        return saving_form(site, request, wanted.error());
    auto saved = save_view(
        site.app(), asking(request),
        {.report = *report, .question = question->urlencoded(), .name = wanted->name, .shared = wanted->shared});
    if (!saved && is_of_the_form(saved.error()))
        return saving_form(site, request, beside_fields(saved.error()));
    if (!saved)
        return std::unexpected(saved.error());
    auto line = TRY(show_saved_view(site.app(), asking(request), *saved));
    return site.redirect_with(request, address_of(site, request, line.view),
                              fmt::format("Đã lưu câu hỏi “{}”.", line.view.name));
}

Result<Response> edit(Site& site, const Request& request)
{
    auto line = TRY(own_line(site, request));
    return changing_form(site, request, line, nullptr);
}

Result<Response> change(Site& site, const Request& request)
{
    auto line = TRY(own_line(site, request));
    auto wanted = wanted_in(request);
    if (!wanted)
        return changing_form(site, request, line, &wanted.error());
    auto changed = change_view(site.app(), asking(request), line.view.id, wanted->name, wanted->shared);
    if (!changed && is_of_the_form(changed.error())) {
        auto problem = beside_fields(changed.error());
        return changing_form(site, request, line, &problem);
    }
    TRY_DO(changed);
    return site.redirect_with(request, std::string(list_path), fmt::format("Đã sửa câu hỏi “{}”.", wanted->name));
}

Result<Response> confirm_delete(Site& site, const Request& request)
{
    auto line = TRY(own_line(site, request));
    FormView form(fmt::format("{}/{}/xoa", list_path, line.view.id.value), "Xoá câu hỏi");
    auto content = form.view();
    content.set("heading", fmt::format("Xoá câu hỏi “{}”?", line.view.name))
        .set("has_consequences", true)
        .set("consequences",
             View::List{
                 View(line.shared_name.empty()
                          ? std::string("Câu hỏi không còn trong danh sách của bạn; số liệu trong sổ không đổi.")
                          : fmt::format("Người dùng của {} không còn thấy câu hỏi này; số liệu trong sổ không đổi.",
                                        line.shared_name))})
        .set("confirm_label", "Xoá câu hỏi")
        .set("cancel_href", fmt::format("{}/{}", list_path, line.view.id.value))
        .set("dangerous", true);
    return site.page(request,
                     {.view = "saved_views/delete",
                      .title = "Xoá câu hỏi",
                      .section = "bao-cao",
                      .crumbs = {{"Báo cáo", "/bao-cao"}, {"Câu hỏi đã lưu", std::string(list_path)}}},
                     View().set("confirm", std::move(content)));
}

Result<Response> erase(Site& site, const Request& request)
{
    auto line = TRY(own_line(site, request));
    TRY_DO(delete_view(site.app(), asking(request), line.view.id));
    return site.redirect_with(request, std::string(list_path), fmt::format("Đã xoá câu hỏi “{}”.", line.view.name));
}

} // namespace phusa::web::saved_views
