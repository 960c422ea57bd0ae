#include "web/dossiers/act_page.hpp"

#include "web/dossiers/act_fields.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/findings.hpp"
#include "web/dossiers/letter_inputs.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

View refusal_view(View::List findings, bool may_record_past_facts)
{
    return View()
        .set("refusal_heading", "Chưa ghi được: trái quy định")
        .set("refusal_text",
             may_record_past_facts
                 ? "Hãy sửa cho đúng. Nếu đây là việc đã làm trước đây, theo hồ sơ giấy, thì mở mục “Ghi việc đã "
                   "làm trước đây” ở cuối biểu mẫu và ghi lý do."
                 : "Điều đã ghi trong biểu mẫu vẫn còn bên dưới. Hãy làm những việc sau rồi ghi lại.")
        .set("findings", View(std::move(findings)));
}

View checked_view(const ActRecorded& tried)
{
    auto warnings = findings_of(DossierId(), tried.warnings);
    bool is_fine = warnings.empty() && !tried.is_past_fact;
    auto text = fmt::format("Ghi xong, hồ sơ ở bước: {}. Chưa có gì được lưu.", title_of(tried.stage.stage));
    if (tried.is_past_fact)
        text = "Việc này trái quy định, nhưng ghi được như việc đã làm trước đây vì có lý do. " + text;
    return View()
        .set("checked_kind", is_fine ? "good" : "warn")
        .set("checked_icon", is_fine ? "success" : "warning")
        .set("checked_heading", is_fine ? "Đúng quy định, ghi được" : "Ghi được, nhưng có điều cần lưu ý")
        .set("checked_text", std::move(text))
        .set("has_warnings", !warnings.empty())
        .set("findings", View(std::move(warnings)));
}

View one_or_none(std::optional<View> view)
{
    View::List list;
    if (view)
        list.push_back(std::move(*view));
    return View(std::move(list));
}

// The fields alone, as a list for the page's own form.
template<typename Add>
View::List fields_of(const Fields& typed, const Problem* problem, Add add)
{
    FormView form({}, {}, typed, problem);
    add(form);
    return *form.view().find("fields")->list();
}

void add_letters_to(View& made, const ActForm& form, const ActPage& page)
{
    bool has_letters = form.parts.contains(Part::letters);
    made.set("has_letters", has_letters);
    if (!has_letters)
        return;
    auto letters = letters_view(page.typed, page.problem);
    made.set("letters", *letters.find("letters")).set("spare", *letters.find("spare"));
}

bool is_wrong(const Problem* problem, std::initializer_list<std::string_view> names)
{
    if (problem)
        for (const auto& wrong : problem->fields)
            for (auto name : names)
                if (wrong.name == name)
                    return true;
    return false;
}

} // namespace

bool set_verdict(View& content, const DossierView& view, const ActPage& page)
{
    auto broken = page.problem ? broken_rules(*page.problem) : View::List();
    bool is_refused = !broken.empty();
    content.set("refusal",
                one_or_none(is_refused ? std::optional(refusal_view(std::move(broken), view.may_record_past_facts))
                                       : std::nullopt));
    content.set("checked", one_or_none(page.tried ? std::optional(checked_view(*page.tried)) : std::nullopt));
    content.set("conflict", one_or_none(page.conflict));
    return is_refused;
}

View::List past_fields(const Fields& typed, const Problem* problem)
{
    return fields_of(typed, problem, [](FormView& form) {
        form.longer("past_reason", "Lý do ghi dù trái quy định",
                    {.hint = "Căn cứ vào giấy tờ nào. Để trống thì phần mềm chỉ ghi việc đúng quy định."});
    });
}

Response act_page(Site& site, const Request& request, const DossierView& view, const ActForm& form,
                  const Roster& roster, const ActPage& page)
{
    View content;
    content.set("head", page_head(page.heading, view.person.name, page.lead));
    bool is_refused = set_verdict(content, view, page);
    const auto* wrong = is_refused ? nullptr : page.problem;
    auto made = FormView(page.action, page.submit_label, page.typed, wrong)
                    .hidden(page.is_correction ? "version" : "seen", std::to_string(page.seen))
                    .cancel(page.cancel_href)
                    .draft(page.draft)
                    .view();
    made.set("fields", View(fields_of(page.typed, wrong, [&](FormView& fields) {
                 add_act_fields(fields, form, {.view = view, .roster = roster, .typed = page.typed});
             })));
    add_letters_to(made, form, page);
    made.set("more_label", "Ngày văn bản, ghi chú")
        .set("more_open", is_wrong(page.problem, {"paper_on", "note"}))
        .set("more_fields", View(fields_of(page.typed, wrong, add_more_fields)))
        .set("may_check", !form.side);
    View::List past;
    if (view.may_record_past_facts && !form.side)
        past.push_back(View()
                           .set("past_open", is_refused || !page.typed.text("past_reason").empty())
                           .set("fields", View(past_fields(page.typed, wrong))));
    made.set("past", View(std::move(past)));
    made.set("reasons", View(page.is_correction ? fields_of(page.typed, wrong, add_reason) : View::List()));
    content.set("form", std::move(made));
    return dossier_page(site, request, view, "dossiers/act_form", page.heading, std::move(content), page.problem);
}

Response dossier_page(Site& site, const Request& request, const DossierView& view, std::string_view name,
                      std::string title, View content, const Problem* problem)
{
    Page page{.view = name, .title = std::move(title), .section = "ho-so"};
    page.crumbs.emplace_back("Hồ sơ kết nạp", "/ho-so");
    page.crumbs.emplace_back(view.person.name, path_of(view.dossier.id));
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

View differences(const RecordedAct& mine, const RecordedAct& theirs, std::string mine_label, std::string theirs_label)
{
    TableView table("Hai cách ghi");
    table.quiet_caption().cards().column("Mục").column(std::move(mine_label)).column(std::move(theirs_label));
    auto or_dash = [](std::string text) { return text.empty() ? std::string("(để trống)") : text; };
    for (const auto& field : act_fields())
        if (!field.same(mine, theirs))
            table.row({{.text = std::string(field.title)},
                       {.text = or_dash(field.shown(mine))},
                       {.text = or_dash(field.shown(theirs))}});
    table.empty("Hai cách ghi giống nhau");
    return std::move(table).view();
}

} // namespace phusa::web::dossiers
