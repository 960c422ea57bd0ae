#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

std::optional<Matter> asked_matter(const Request& request) { return matter_of_slug(request.query.text("ve")); }

// The matter that the dossier is about now, where the address does not say.
Matter current_matter(const DossierView& view)
{
    if (!view.next.empty())
        return view.next.front().about;
    return is_after_admission(view.stage.stage) ? Matter::recognition : Matter::admission;
}

// The form of the address; a key of an act leads to it as well.
Result<const ActForm*> asked_form(const DossierView& view, const Request& request)
{
    const auto* form = act_form(request.route_text("act"));
    if (!form)
        return problem(Problem::Kind::not_found, "Không có việc này trong quy trình. Hãy mở lại hồ sơ.");
    if (!may_record(view, form->key()))
        return problem(
            Problem::Kind::refused,
            fmt::format("Anh/chị không được giao ghi việc “{}” cho hồ sơ này. Hãy báo chi bộ hoặc cấp uỷ có trách "
                        "nhiệm ghi.",
                        form->title));
    return form;
}

// "/viec/cell_vote?ve=recognition", as lists of tasks say it.
std::optional<std::string> path_by_key(const DossierView& view, const Request& request)
{
    auto kind = act_kind(request.route_text("act"));
    if (!kind)
        return std::nullopt;
    return path_to_record(view, *kind, asked_matter(request).value_or(current_matter(view)));
}

ActPage page_for(const DossierView& view, const ActForm& form)
{
    auto path = fmt::format("{}/viec/{}", path_of(view.dossier.id), form.slug);
    return {.heading = std::string(form.title),
            .lead = std::string(form.lead),
            .action = path,
            .submit_label = "Ghi vào hồ sơ",
            .cancel_href = path_of(view.dossier.id),
            .draft = fmt::format("dossier-{}-{}", view.dossier.id.value, form.slug),
            .seen = view.revision};
}

// The same act that somebody else recorded meanwhile, beside what the asker typed.
std::optional<View> conflict_with(const DossierView& now, const RecordedAct& wanted, const Problem& problem)
{
    if (problem.kind != Problem::Kind::conflict)
        return std::nullopt;
    View conflict;
    auto theirs = std::ranges::find_if(now.acts, [&](const ActView& each) {
        return each.act.side == wanted.side && each.act.act.kind == wanted.act.kind;
    });
    auto text = problem.message;
    View::List tables;
    if (theirs != now.acts.end()) {
        text += fmt::format(" {} đã ghi việc này lúc {}.", theirs->recorded_by, vietnamese_time(theirs->recorded_at));
        tables.push_back(differences(wanted, theirs->act, "Anh/chị ghi", "Đã có trong hồ sơ"));
    }
    return conflict
        .set("conflict_text", text + " Nếu vẫn cần ghi thêm thì bấm ghi lần nữa; nếu không thì quay lại hồ sơ.")
        .set("conflict_table", View(std::move(tables)));
}

std::string done_message(const RecordedAct& act, const ActRecorded& recorded)
{
    auto message = fmt::format("Đã ghi: {}, ngày {}. Hồ sơ đang ở bước: {}.", title_of(act), act.act.on.vietnamese(),
                               title_of(recorded.stage.stage));
    if (recorded.is_past_fact)
        message += " Việc này được đánh dấu là ghi dù trái quy định.";
    for (const auto& warning : recorded.warnings)
        message += " Lưu ý: " + warning.message;
    return message;
}

} // namespace

Result<Response> new_act(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    if (auto path = path_by_key(view, request))
        return redirect_to(*path);
    const auto* form = TRY(asked_form(view, request));
    if (form->kind == ActKind::introduction && view.introduces_as && form->by != *view.introduces_as)
        return redirect_to(path_to_record(view, form->kind, Matter::admission));
    auto today = site.app().today();
    auto about = asked_matter(request).value_or(current_matter(view));
    auto page = page_for(view, *form);
    auto blank = blank_act(*form, view.dossier.id, today, about);
    blank.who = view.helper;
    page.typed = typed_of(blank, *form);
    return act_page(site, request, view, *form, roster_of(site, request, view, today), page);
}

Result<Response> record(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    const auto* form = TRY(asked_form(view, request));
    auto act = blank_act(*form, view.dossier.id, site.app().today(), std::nullopt);
    FormReader reader(request.form);
    auto roster = roster_of(site, request, view, reader.date("on").value_or(act.act.on));
    FormReader fields(request.form);
    read_act(fields, *form, roster, act);
    auto seen = fields.number("seen");
    if (view.may_record_past_facts)
        act.past_reason = fields.note("past_reason");
    auto page = page_for(view, *form);
    page.typed = request.form;
    auto problem = fields.problem();
    auto again = [&](const Problem* wrong) {
        page.problem = wrong;
        return act_page(site, request, view, *form, roster, page);
    };
    if (problem)
        return again(&*problem);
    bool is_trial = request.form.text("lam") == "kiem-tra";
    auto recorded = is_trial ? try_act(site.app(), asking(request), view.dossier.id, act)
                             : record_act(site.app(), asking(request), view.dossier.id, act, seen);
    if (!recorded) {
        page.conflict = conflict_with(view, act, recorded.error());
        return again(&recorded.error());
    }
    if (is_trial) {
        page.tried = std::move(*recorded);
        return again(nullptr);
    }
    // Whoever reaches it by relation may have nothing more to do with it.
    auto path = view.by_relation ? std::string("/viec-can-lam") : path_of(view.dossier.id);
    return site.redirect_with(request, std::move(path), done_message(act, *recorded));
}

} // namespace phusa::web::dossiers
