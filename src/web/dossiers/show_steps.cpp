#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/show_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

View done_step(DossierId id, const ActView& act)
{
    return View()
        .set("on", act.act.act.on.vietnamese())
        .set("on_machine", act.act.act.on.iso())
        .set("step", act.title)
        .set("step_href", path_of(id, act.act.id))
        .set("is_past_fact", act.act.is_past_fact);
}

std::string missing_text(const NextView& next)
{
    std::vector<std::string> titles;
    for (auto rule : next.blocked_by)
        if (rule != Rule::chronology) // that earlier steps come first, the list itself says
            titles.push_back(std::string(title_of(rule)));
    for (const auto& special : next.special)
        titles.push_back(special.title);
    return fmt::format("{}", fmt::join(titles, "; "));
}

// What cannot be done yet has no button here; old papers are recorded from the list of all acts.
bool is_to_record(const NextView& next, bool is_now) { return next.may_record && (is_now || next.lacks_nothing()); }

View coming_step(const DossierView& view, const NextView& next, bool is_now)
{
    auto earliest = next.earliest ? next.earliest->vietnamese() : std::string("chưa có ngày hợp lệ");
    if (next.earliest && *next.earliest <= view.as_of)
        earliest = "từ hôm nay";
    return View()
        .set("step", next.title)
        .set("step_actor", next.actor)
        .set("step_earliest", earliest)
        .set("step_latest", next.latest ? next.latest->vietnamese() : std::string())
        .set("step_late", next.is_late)
        .set("step_missing", missing_text(next))
        .set("is_now", is_now)
        .set("record_href", is_to_record(next, is_now) ? path_to_record(view, next.act, next.about) : std::string());
}

std::string done_summary(const View::List& done)
{
    if (done.empty())
        return {};
    const auto& first = *done.front().find("on")->text();
    const auto& last = *done.back().find("on")->text();
    return first == last ? fmt::format("Đã xong {} việc ({})", done.size(), first)
                         : fmt::format("Đã xong {} việc ({} – {})", done.size(), first, last);
}

} // namespace

View steps_view(const DossierView& view)
{
    std::vector<const ActView*> acts;
    for (const auto& act : view.acts)
        if (!act.is_set_aside)
            acts.push_back(&act);
    std::ranges::stable_sort(acts, {}, [](const ActView* act) { return act->act.act.on; });
    View::List done;
    for (const auto* act : acts)
        done.push_back(done_step(view.dossier.id, *act));
    View::List coming;
    View::List later; // of the other stage
    for (const auto& next : view.next) {
        bool is_later = next.about != view.next.front().about;
        (is_later ? later : coming).push_back(coming_step(view, next, coming.empty()));
    }
    auto later_summary = fmt::format("Sau lễ kết nạp: {} việc nữa", later.size());
    auto summary = done_summary(done);
    return View()
        .set("done_summary", std::move(summary))
        .set("has_done", !done.empty())
        .set("done", View(std::move(done)))
        .set("has_coming", !coming.empty())
        .set("coming", View(std::move(coming)))
        .set("has_later", !later.empty())
        .set("later_summary", std::move(later_summary))
        .set("later", View(std::move(later)));
}

} // namespace phusa::web::dossiers
