#include "domain/person_fields.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/handlers.hpp"
#include "web/people/person_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::people
{

namespace
{

std::string_view title_of_field(std::string_view key)
{
    return std::ranges::find(person_fields(), key, &PersonField::key)->title;
}

// The fields under their headings, filled with what the person's record says or with what was typed.
View groups_of(const Person& person, const Fields& typed, const Problem* problem)
{
    View::List groups;
    FormView form({}, {}, typed, problem);
    std::string_view group;
    auto close = [&] {
        if (!group.empty())
            groups.push_back(View().set("legend", group).set("fields", *form.view().find("fields")));
        form = FormView({}, {}, typed, problem);
    };
    for (const auto& input : person_inputs()) {
        if (input.group != group)
            close();
        group = input.group;
        input.show(form, input.key, std::string(title_of_field(input.key)), input.typed(person));
    }
    close();
    form.longer("reason", "Lý do đính chính",
                {.hint = "Căn cứ vào giấy tờ nào; lý do được lưu cùng bản cũ", .required = true});
    groups.push_back(View().set("legend", "Lý do").set("fields", *form.view().find("fields")));
    return View(std::move(groups));
}

// The form for one version. `typed` and `problem` where it was sent and not accepted; `lead` says what is new.
Response form_page(Site& site, const Request& request, const Person& person, const Fields& typed,
                   const Problem* problem, std::string lead = {})
{
    auto path = path_of(person.id);
    if (lead.empty())
        lead = "Dùng khi hồ sơ ghi sai. Bản cũ vẫn được giữ, kèm người sửa và lý do.";
    View content;
    auto form = FormView(path + "/dinh-chinh", "Lưu đính chính", typed, problem)
                    .hidden("version", std::to_string(person.version))
                    .cancel(path)
                    .draft(fmt::format("person-correct-{}", person.id.value))
                    .view();
    form.set("groups", groups_of(person, typed, problem));
    content.set("head", page_head("Đính chính hồ sơ", person.name, std::move(lead))).set("form", std::move(form));
    Page page{.view = "people/correction", .title = "Đính chính hồ sơ", .section = "nguoi"};
    page.crumbs.emplace_back(person.name, path);
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

// Somebody else was quicker with the same field: the form once more, for the record as it is now. What the asker
// changed stays as they typed it, beside what it says now; what others changed elsewhere is taken over.
Response after_conflict(Site& site, const Request& request, const Person& read, const Person& wanted, const Person& now,
                        const Problem& problem)
{
    auto merged = now;
    std::vector<std::string> taken_over;
    for (const auto& field : person_fields()) {
        if (!field.same(read, wanted))
            field.copy(wanted, merged);
        else if (!field.same(read, now))
            taken_over.emplace_back(field.title);
    }
    Fields typed;
    for (const auto& input : person_inputs())
        typed.add(std::string(input.key), input.typed(merged));
    typed.add("reason", std::string(request.form.text("reason")));
    auto lead = problem.message;
    if (!taken_over.empty())
        lead +=
            fmt::format(" Người khác cũng đã sửa: {}; giá trị mới đã có trong biểu mẫu.", fmt::join(taken_over, ", "));
    return form_page(site, request, now, typed, &problem, std::move(lead));
}

} // namespace

Result<Response> new_correction(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_to_correct(site.app(), asking(request), id));
    return form_page(site, request, person, {}, nullptr);
}

Result<Response> correct(Site& site, const Request& request)
{
    const auto& actor = asking(request);
    auto id = TRY(request.id<struct Person>("id"));
    auto now = TRY(person_to_correct(site.app(), actor, id));
    FormReader form(request.form);
    auto version = form.number("version").value_or(now.version);
    auto read = TRY(person_as_read(site.app(), actor, id, version));
    auto wanted = read;
    read_person(request.form, form, wanted);
    auto reason = form.note("reason", Need::required);
    if (auto problem = form.problem())
        return form_page(site, request, read, request.form, &*problem);
    auto corrected = correct_person(site.app(), actor, read, wanted, reason);
    if (corrected)
        return site.redirect_with(request, path_of(id), "Đã đính chính hồ sơ; bản cũ vẫn xem được ở cuối trang.");
    bool is_conflict = corrected.error().kind == Problem::Kind::conflict && !corrected.error().fields.empty();
    if (!is_conflict)
        return form_page(site, request, read, request.form, &corrected.error());
    auto latest = TRY(person_to_correct(site.app(), actor, id));
    return after_conflict(site, request, read, wanted, latest, corrected.error());
}

} // namespace phusa::web::people
