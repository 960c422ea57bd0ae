#include "app/dossiers/plan.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/next_view.hpp"
#include "rules/judge.hpp"
#include "rules/pace.hpp"
#include "rules/rulebook.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

struct Feast {
    int month;
    int day;
    std::string_view title;
};
constexpr Feast feasts[] = {
    {2, 3, "Ngày thành lập Đảng 3/2"}, {5, 19, "Ngày sinh Chủ tịch Hồ Chí Minh 19/5"}, {9, 2, "Quốc khánh 2/9"}};

std::string occasion_on(Date day)
{
    for (const auto& feast : feasts)
        if (day.month() == feast.month && day.day() == feast.day)
            return std::string(feast.title);
    return {};
}

// The last day of one step by custom, and why.
struct Latest {
    Date day;
    std::string why;
};

std::map<ActKind, Latest> latest_by_custom(Date ceremony, bool grassroots_cell)
{
    std::map<ActKind, Latest> latest{{ActKind::ceremony, {ceremony, "Ngày dự định làm lễ."}}};
    for (const auto& step : shipped_pace()) {
        bool has_no_committee = grassroots_cell && step.before == ActKind::committee_vote;
        auto days = has_no_committee ? 0 : step.days;
        const auto& after = latest.at(step.before);
        auto title = title_of(has_no_committee ? ActKind::decision : step.before);
        Latest reckoned{after.day.plus_days(-days),
                        fmt::format("Theo nếp làm việc, trước bước “{}” (ngày {}) {} ngày: {}.", title,
                                    after.day.vietnamese(), days, step.note)};
        auto [place, is_new] = latest.try_emplace(step.act, reckoned);
        if (!is_new && reckoned.day < place->second.day)
            place->second = std::move(reckoned);
    }
    return latest;
}

bool leads_to_ceremony(const NextAct& next)
{
    return next.about == Matter::admission && next.act != ActKind::helper && next.act != ActKind::member_declaration;
}

// Plans one dossier, of which everything up to the ceremony is judged already.
class CeremonyPlanner
{
public:
    CeremonyPlanner(App& app, const JudgedDossier& judged, Date ceremony)
        : app_(app), judged_(judged), ceremony_(ceremony),
          latest_(latest_by_custom(ceremony, judged.judged.value.grassroots_cell))
    {
    }

    std::vector<PlannedAct> plan() const
    {
        std::vector<PlannedAct> acts;
        for (const auto& next : needed())
            if (latest_.contains(next.act))
                acts.push_back(planned(next));
        return acts;
    }

private:
    // What is lacking today, and what will be too old when the cell votes. As the judge orders it.
    std::vector<NextAct> needed() const
    {
        auto today = app_.today();
        auto vote = latest_.at(ActKind::cell_vote).day;
        auto later = vote > today ? judge(judged_.judged.value, vote, *judged_.books, app_.working_days()).next
                                  : std::vector<NextAct>();
        std::vector<NextAct> needed;
        for (const auto& next : later.empty() ? judged_.verdict.next : later) {
            if (!leads_to_ceremony(next))
                continue;
            auto now = std::ranges::find_if(judged_.verdict.next, [&](const NextAct& each) {
                return each.act == next.act && each.about == next.about;
            });
            needed.push_back(now == judged_.verdict.next.end() ? next : *now);
        }
        return needed;
    }

    PlannedAct planned(const NextAct& next) const
    {
        const auto& custom = latest_.at(next.act);
        PlannedAct act{.act = next.act,
                       .about = next.about,
                       .title = title_of(next),
                       .earliest = next.earliest,
                       .latest = custom.day,
                       .why = custom.why};
        if (next.latest && *next.latest < custom.day) {
            act.latest = next.latest;
            act.why = fmt::format("Hạn của quy định: {}", reckoning_of(judged_, next, app_.today()));
        }
        if (next.act == ActKind::decision)
            act.why += not_before();
        bool is_past = *act.latest < app_.today() || *act.latest < ceremony_if(next);
        act.too_late = is_past || !act.earliest || *act.latest < *act.earliest;
        return act;
    }

    // A ceremony after its last lawful day is too late, whatever is done before it.
    Date ceremony_if(const NextAct& next) const { return next.act == ActKind::ceremony ? ceremony_ : app_.today(); }

    // A decision too long before the ceremony makes that late.
    std::string not_before() const
    {
        const auto& book = judged_.books->on(ceremony_);
        if (!book.knows(Rule::ceremony_late, ceremony_))
            return {};
        auto days = book.number(Rule::ceremony_late, value::ceremony_working_days);
        auto first = ceremony_;
        while (app_.working_days().between(first.plus_days(-1), ceremony_) <= days)
            first = first.plus_days(-1);
        return fmt::format(" Không sớm hơn ngày {}, để lễ còn trong {} ngày làm việc.", first.vietnamese(), days);
    }

    App& app_;
    const JudgedDossier& judged_;
    Date ceremony_;
    std::map<ActKind, Latest> latest_;
};

} // namespace

std::vector<Occasion> occasions_after(Date day)
{
    std::vector<Occasion> occasions;
    for (int year : {day.year(), day.year() + 1})
        for (const auto& feast : feasts)
            if (auto on = Date::of(year, feast.month, feast.day); on && *on >= day && occasions.size() < 3)
                occasions.push_back({.on = *on, .title = std::string(feast.title)});
    return occasions;
}

Result<CeremonyPlan> plan_ceremony(App& app, const Actor& actor, DossierId id, Date ceremony)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, id, app.today()));
    CeremonyPlan plan{.ceremony = ceremony, .occasion = occasion_on(ceremony)};
    if (!is_open(judged.stage.stage) || is_after_admission(judged.stage.stage))
        return plan;
    plan.acts = CeremonyPlanner(app, judged, ceremony).plan();
    for (const auto& next : judged.verdict.next)
        if (next.act == ActKind::ceremony)
            plan.earliest = next.earliest;
    plan.can_be = ceremony >= app.today() && !plan.acts.empty() &&
                  std::ranges::none_of(plan.acts, [](const PlannedAct& act) { return act.too_late; });
    return plan;
}

} // namespace phusa
