#include "app/gate.hpp"
#include "app/papers/making.hpp"
#include "app/papers/paper_field_list.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "web/http/percent.hpp"
#include "web/layout/table_view.hpp"
#include "web/paper_forms/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace phusa::web::paper_forms
{

namespace
{

Result<const PaperForm*> asked_form(const Request& request)
{
    const auto* form = form_named(request.route_text("code"));
    if (!form)
        return problem(Problem::Kind::not_found, "Không có mẫu giấy này.");
    return form;
}

std::string file_path(const PaperForm& form, std::string_view set, std::int64_t version)
{
    return fmt::format("{}/tep?bo={}&ban={}", path_of(form.code), percent_encoded(set), version);
}

View own_texts(const PaperForm& form)
{
    TableView table("Mẫu của phần mềm");
    table.quiet_caption().cards().column("Bộ mẫu").column("Dùng từ").column("Lời văn").column("Tệp");
    for (const auto& set : paper_book().sets)
        if (const auto* text = form.text_in(set.key))
            table.row({{.text = set.name},
                       {.text = set.from.vietnamese() + (set.is_inferred ? " (suy ra)" : "")},
                       {.badge = text->is_built ? "Dựng theo trường dữ liệu" : "Theo mẫu đã đọc",
                        .tone = text->is_built ? "warn" : "good"},
                       {.text = "Tải DOCX", .href = file_path(form, set.key, 0)}});
    return std::move(table).view();
}

View::List sent_templates(const FormTemplates& view)
{
    View::List shown;
    for (const auto& each : view.templates)
        shown.push_back(View()
                            .set("owner", each.owner_name)
                            .set("set", paper_book().set(each.file.set)->name)
                            .set("file", each.file.file_name)
                            .set("href", file_path(*view.form, each.file.set, each.file.version))
                            .set("sent", fmt::format("{} gửi lúc {}", each.sent_by, vietnamese_time(each.sent_at)))
                            .set("note", each.file.note)
                            .set("badge", each.stands ? "Đang dùng" : "Bản cũ")
                            .set("tone", each.stands ? "good" : "plain")
                            .set("withdraw", each.may_change ? std::to_string(each.file.version) : std::string()));
    return shown;
}

View::List set_choices(const PaperForm& form)
{
    View::List sets;
    for (const auto& set : paper_book().sets)
        if (form.text_in(set.key))
            sets.push_back(
                View().set("key", set.key).set("name", set.name).set("is_last", &set == &paper_book().sets.back()));
    return sets;
}

View::List fields_view()
{
    View::List fields;
    for (const auto& [key, title] : paper_field_list())
        fields.push_back(View().set("key", key).set("title", title));
    return fields;
}

Result<Response> page(Site& site, const Request& request, const Problem* problem)
{
    const auto* form = TRY(asked_form(request));
    auto view = TRY(show_form(site.app(), asking(request), form->code));
    auto sent = sent_templates(view);
    View content;
    content.set("head", page_head(form->code, "Mẫu giấy", form->title))
        .set("own", own_texts(*form))
        .set("has_sent", !sent.empty())
        .set("sent", View(std::move(sent)))
        .set("may_send", may_anywhere(site.app(), asking(request), Right::record_decisions))
        .set("sets", View(set_choices(*form)))
        .set("action", path_of(form->code))
        .set("org", request.form.text("org"))
        .set("error", problem ? problem->message : std::string())
        .set("fields", View(fields_view()));
    Page look{.view = "paper_forms/show", .title = "Mẫu " + form->code, .section = section};
    look.crumbs = {{"Mẫu giấy", "/mau-giay"}};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

std::string message_of(const TemplateCheck& check)
{
    std::string message = "Đã nhận mẫu mới.";
    if (!check.unknown.empty())
        message += fmt::format(" Trường không có, sẽ in nguyên như trong mẫu: {}.", fmt::join(check.unknown, ", "));
    if (!check.unused.empty())
        message += fmt::format(" Mẫu không dùng: {}.", fmt::join(check.unused, ", "));
    return message;
}

} // namespace

Result<Response> show(Site& site, const Request& request) { return page(site, request, nullptr); }

Result<Response> file(Site& site, const Request& request)
{
    const auto* form = TRY(asked_form(request));
    FormReader reader(request.query);
    auto version = reader.number("ban").value_or(0);
    auto found = TRY(template_file(site.app(), asking(request), form->code, request.query.text("bo"), version));
    return download(found.name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    std::move(found.bytes));
}

Result<Response> send(Site& site, const Request& request)
{
    const auto* form = TRY(asked_form(request));
    TRY(show_form(site.app(), asking(request), form->code));
    auto unit = unit_with_code(site.app(), request.form.text("org"));
    Problem wrong{.message = "Hãy chọn tệp .docx và ghi mã của đơn vị dùng mẫu này."};
    if (request.files.empty() || request.files.front().content.empty() || !unit)
        return page(site, request, &wrong);
    const auto& uploaded = request.files.front();
    auto sent = send_template(site.app(), asking(request),
                              {.code = form->code,
                               .set = std::string(request.form.text("set")),
                               .owner = *unit,
                               .file_name = std::string(uploaded.filename),
                               .note = std::string(request.form.text("note")),
                               .docx = std::string(uploaded.content)});
    if (!sent)
        return page(site, request, &sent.error());
    return site.redirect_with(request, path_of(form->code), message_of(*sent));
}

Result<Response> withdraw(Site& site, const Request& request)
{
    const auto* form = TRY(asked_form(request));
    auto version = TRY(request.id<struct PaperTemplate>("version"));
    TRY_DO(withdraw_template(site.app(), asking(request), form->code, version.value));
    return site.redirect_with(request, path_of(form->code),
                              "Đã bỏ mẫu này; giấy làm sau đó dùng mẫu cấp trên hoặc mẫu "
                              "của phần mềm.");
}

} // namespace phusa::web::paper_forms
