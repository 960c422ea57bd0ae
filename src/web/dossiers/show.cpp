#include "app/gate.hpp"
#include "web/dossiers/act_forms.hpp"
#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/dossiers/show_parts.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"

#include <fmt/format.h>

namespace phusa::web::dossiers
{

namespace
{

std::string place_in_words(const DossierView& view)
{
    std::vector<std::string_view> names;
    for (auto unit = view.path.rbegin(); unit != view.path.rend(); ++unit)
        names.emplace_back(unit->name);
    return fmt::format("{}", fmt::join(names, ", "));
}

View::List actions_of(const DossierView& view, bool sees_people)
{
    auto path = path_of(view.dossier.id);
    View::List actions;
    actions.push_back(action(path + "/ban-quet", "Bản quét", "scan"));
    if (view.by_relation)
        return actions;
    if (is_open(view.stage.stage) && !is_after_admission(view.stage.stage))
        actions.push_back(action(path + "/ke-hoach", "Kế hoạch đến ngày lễ", "calendar"));
    actions.push_back(action(path + "/soat-xet", "Phiếu soát xét", "print"));
    if (sees_people)
        actions.push_back(action(people::path_of(view.person.id), "Trang của người này", "person"));
    return actions;
}

View link(std::string href, std::string label, std::string note = {})
{
    return View().set("href", std::move(href)).set("label", std::move(label)).set("link_note", std::move(note));
}

// Acts beside the order of the procedure, and what is done with the dossier as a whole.
View::List other_deeds(const DossierView& view)
{
    auto id = view.dossier.id;
    View::List links;
    if (view.by_relation)
        return links;
    for (const auto& form : act_forms()) {
        bool is_asked_for = false;
        for (const auto& next : view.next)
            is_asked_for =
                is_asked_for || (!form.side && next.lacks_nothing() && act_form(next.act, next.about) == &form);
        if (!is_asked_for && may_record(view, form.key()) && form.side != SideAct::cancellation &&
            form.side != SideAct::remedy)
            links.push_back(link(fmt::format("{}/viec/{}", path_of(id), form.slug), std::string(form.title)));
    }
    if (!may_record(view, key_of(ActKind::cell_vote)))
        return links;
    links.push_back(link(vote_path(id, Matter::admission), "Chi bộ biểu quyết: kết nạp"));
    if (!is_after_admission(view.stage.stage))
        return links;
    links.push_back(link(vote_path(id, Matter::recognition), "Chi bộ biểu quyết: công nhận chính thức"));
    links.push_back(link(vote_path(id, Matter::removal), "Chi bộ biểu quyết: xoá tên"));
    return links;
}

View::List changes_of(const DossierView& view, bool may_change)
{
    auto path = path_of(view.dossier.id);
    View::List links;
    if (!may_change)
        return links;
    links.push_back(link(path + "/thong-tin", "Sửa thông tin hồ sơ"));
    if (is_open(view.stage.stage)) {
        links.push_back(link(path + "/chuyen", "Chuyển sang chi bộ khác"));
        links.push_back(link(path + "/dong", "Đóng hồ sơ"));
    }
    if (view.dossier.closed)
        links.push_back(link(path + "/mo-lai", "Mở lại hồ sơ"));
    return links;
}

View withdrawn_view(const ActView& act)
{
    auto why = act.past.empty() ? std::string() : act.past.front().reason;
    auto who = act.past.empty() ? act.recorded_by : act.past.front().replaced_by;
    return View()
        .set("act", fmt::format("{}, ngày {}", act.title, act.act.act.on.vietnamese()))
        .set("withdrawn_by", who)
        .set("why", why);
}

View content_of(Site& site, const Request& request, const DossierView& view)
{
    bool sees_people = may(site.app(), asking(request), Right::see_people, view.dossier.cell);
    View content;
    content.set("head",
                page_head(view.person.name, "Hồ sơ kết nạp", place_in_words(view), actions_of(view, sees_people)));
    content.set("now", now_view(view));
    auto broken = broken_now(view);
    auto lacking = lacking_next(view);
    auto late = late_now(view);
    content.set("has_broken", !broken.empty()).set("broken", View().set("findings", View(std::move(broken))));
    content.set("has_lacking", !lacking.empty()).set("lacking", View().set("findings", View(std::move(lacking))));
    content.set("has_late", !late.empty()).set("late", View().set("findings", View(std::move(late))));
    content.set("moves", View(moves_of(view))).set("steps", steps_view(view));
    content.set("papers", View(papers_of(view.dossier.id, view.papers))).set("facts", View(facts_of(view)));
    auto acts = acts_of(view);
    content.set("has_acts", !acts.empty()).set("acts", View(std::move(acts)));
    content.set("past_facts", view.past_facts ? std::to_string(view.past_facts) : std::string());
    auto deeds = other_deeds(view);
    auto changes = changes_of(view, may_change(site, request, view));
    content.set("has_deeds", !deeds.empty()).set("deeds", View(std::move(deeds)));
    content.set("has_changes", !changes.empty()).set("changes", View(std::move(changes)));
    View::List withdrawn;
    for (const auto& act : view.withdrawn)
        withdrawn.push_back(withdrawn_view(act));
    content.set("has_withdrawn", !withdrawn.empty()).set("withdrawn", View(std::move(withdrawn)));
    content.set("other_day", view.as_of == site.app().today() ? std::string() : view.as_of.vietnamese());
    content.set("own_path", path_of(view.dossier.id)).set("day", view.as_of.vietnamese());
    content.set("is_whole", !view.by_relation);
    return content.set("is_invented", view.person.invented);
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    FormReader query(request.query);
    auto as_of = query.date("ngay");
    if (auto wrong = query.problem())
        return std::unexpected(*wrong);
    auto view = TRY(show_dossier(site.app(), asking(request), id, as_of));
    Page page{.view = "dossiers/show", .title = view.person.name, .section = "ho-so"};
    page.crumbs.emplace_back("Hồ sơ kết nạp", "/ho-so");
    return site.page(request, page, content_of(site, request, view));
}

} // namespace phusa::web::dossiers
