#include "app/people.hpp"
#include "web/membership/fact_page.hpp"
#include "web/site/form.hpp"

namespace phusa::web::membership
{

namespace
{

void add_fields(FormView& form, const MembershipEvent& event, bool is_new)
{
    form.date("on", "Ngày có hiệu lực", {.required = true, .value = is_new ? std::string() : event.on.vietnamese()})
        .date("decided_on", "Ngày quyết định", {.value = event.decided_on ? event.decided_on->vietnamese() : ""})
        .text("decision_number", "Số quyết định", {.value = event.decision_number, .is_short = true})
        .text("elsewhere", "Nơi đến hoặc nơi đi ngoài đảng bộ",
              {.hint = "Chỉ khi chuyển sinh hoạt đi hoặc đến", .value = event.elsewhere})
        .text("note", "Ghi chú", {.value = event.note})
        .longer("reason", is_new ? "Căn cứ" : "Lý do đính chính", {.hint = "Căn cứ vào giấy tờ nào", .required = true});
}

View form_of(const MembershipEvent& event, const Fields& sent, const Problem* problem)
{
    FormView form(path_of(event.id), "Lưu đính chính", sent, problem);
    add_fields(form, event, false);
    form.hidden("version", std::to_string(event.version))
        .cancel(people::path_of(event.person))
        .draft("event-" + std::to_string(event.id.value));
    return form.view();
}

MembershipEvent read_form(FormReader& form, MembershipEvent event)
{
    event.on = form.date("on", Need::required).value_or(event.on);
    event.decided_on = form.date("decided_on");
    event.decision_number = form.text("decision_number");
    event.elsewhere = form.text("elsewhere");
    event.note = form.text("note");
    return event;
}

Result<Response> event_page(Site& site, const Request& request, MembershipEventId id, const Problem* problem,
                            const Problem* withdrawal)
{
    auto view = TRY(event_to_correct(site.app(), asking(request), id));
    auto heading = fmt::format("Đính chính: {} ngày {}", title_of(view.fact.kind), view.fact.on.vietnamese());
    auto form = form_of(view.fact, problem ? request.form : Fields(), problem);
    return fact_page(site, request, view, std::move(heading), std::move(form), problem, withdrawal);
}

Result<Response> new_event_page(Site& site, const Request& request, const Person& person, const Problem* problem)
{
    std::vector<FormChoice> kinds{{"", "Chọn loại việc"}};
    for (auto kind : kinds_to_add())
        kinds.push_back({std::string(key_of(kind)), std::string(title_of(kind))});
    auto path = people::path_of(person.id);
    FormView form(path + "/bien-dong-moi", "Ghi vào sổ", problem ? request.form : Fields(), problem);
    form.select("kind", "Việc", kinds, {.required = true});
    add_fields(form, {}, true);
    form.cancel(path).draft("event-new-" + std::to_string(person.id.value));
    View content;
    View::List actions;
    actions.push_back(action(new_admission_path(person.id), "Ghi lần kết nạp còn thiếu", "add"));
    content.set("head", page_head("Ghi một việc còn thiếu", person.name,
                                  "Dùng cho việc đã có quyết định mà sổ chưa ghi. Chuyển trong đảng bộ thì đổi chi bộ "
                                  "bằng tệp nhập.",
                                  std::move(actions)));
    content.set("form", form.view());
    Page page{.view = "organisations/form", .title = "Ghi một việc còn thiếu", .section = "nguoi"};
    page.crumbs.emplace_back(person.name, path);
    page.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, page, std::move(content));
}

} // namespace

std::string path_of(MembershipEventId id) { return fmt::format("/bien-dong/{}/dinh-chinh", id.value); }

Result<Response> event_form(Site& site, const Request& request)
{
    return event_page(site, request, TRY(request.id<struct MembershipEvent>("id")), nullptr, nullptr);
}

Result<Response> correct_event_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct MembershipEvent>("id"));
    auto now = TRY(event_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version").value_or(now.fact.version);
    auto read = TRY(event_as_read(site.app(), asking(request), id, version));
    auto wanted = read_form(form, read);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return event_page(site, request, id, &*wrong, nullptr);
    auto forms = correct_event(site.app(), asking(request), read, wanted, reason);
    if (!forms)
        return event_page(site, request, id, &forms.error(), nullptr);
    return site.redirect_with(request, people::path_of(now.person.id), told("Đã đính chính.", *forms));
}

Result<Response> withdraw_event_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct MembershipEvent>("id"));
    auto now = TRY(event_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    auto version = form.number("version").value_or(now.fact.version);
    auto reason = form.note("withdrawal_reason", Need::required);
    if (auto wrong = form.problem())
        return event_page(site, request, id, nullptr, &*wrong);
    if (auto done = withdraw_event(site.app(), asking(request), id, version, reason); !done)
        return event_page(site, request, id, nullptr, &done.error());
    return site.redirect_with(request, people::path_of(now.person.id), told("Đã huỷ việc ghi nhầm.", now.forms));
}

Result<Response> new_event(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_to_correct(site.app(), asking(request), id));
    return new_event_page(site, request, person, nullptr);
}

Result<Response> add_event_form(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto person = TRY(person_to_correct(site.app(), asking(request), id));
    FormReader form(request.form);
    MembershipEvent event = read_form(form, {});
    event.person = person.id;
    auto kind = form.choice("kind", membership_event_kind, Need::required);
    event.kind = kind.value_or(event.kind);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return new_event_page(site, request, person, &*wrong);
    if (auto done = add_event(site.app(), asking(request), event, reason); !done)
        return new_event_page(site, request, person, &done.error());
    return site.redirect_with(request, people::path_of(person.id), "Đã ghi vào sổ.");
}

} // namespace phusa::web::membership
