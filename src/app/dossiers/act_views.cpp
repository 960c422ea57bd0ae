#include "app/dossiers/act_views.hpp"

#include "app/dossiers/deciding.hpp"
#include "app/look.hpp"
#include "domain/case_reading.hpp"
#include "rules/citation.hpp"
#include "storage/audit.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace phusa
{

namespace
{

using History = std::vector<storage::Recorded<RecordedAct>>;

// Reads the acts of one dossier with their versions.
class ActReader
{
public:
    ActReader(storage::Session& session, const JudgedDossier& judged, Date paper_day)
        : session_(session), judged_(judged), paper_day_(paper_day)
    {
        for (auto& version : storage::dossier_act_history(session, judged.dossier.id))
            histories_[version.fact.id].push_back(std::move(version));
    }

    ActView read(const RecordedAct& act)
    {
        ActView view{.act = act, .title = title_of(act), .who_name = name_of_who(act)};
        if (const auto* regulation = judged_.books->regulation_on(act.act.on)) {
            view.regulation = regulation->number;
            view.regulation_on_screen = regulation_on_screen(*regulation);
            view.regulation_on_paper =
                regulation_on_paper(*judged_.books, judged_.books->place_on(act.act.on), paper_day_);
        }
        const auto& row = row_of(act.recorded);
        view.recorded_at = row.at;
        view.recorded_by = row.actor_name;
        view.past = past_of(histories_[act.id]);
        return view;
    }

    // Acts of which no version stands, as they last were.
    std::vector<ActView> withdrawn()
    {
        std::vector<ActView> views;
        for (const auto& [id, history] : histories_)
            if (std::ranges::all_of(history, [](const auto& version) { return version.replaced.has_value(); }))
                views.push_back(read(history.back().fact));
        std::ranges::sort(views, std::ranges::greater(),
                          [](const ActView& view) { return view.past.front().replaced_at; });
        return views;
    }

    bool is_set_aside(const RecordedAct& act) const
    {
        if (act.side)
            return false;
        auto place = std::ranges::find(judged_.judged.acts, act.id);
        bool is_cancelled = place == judged_.judged.acts.end();
        return is_cancelled ||
               phusa::is_set_aside(judged_.judged.value,
                                   static_cast<std::size_t>(std::distance(judged_.judged.acts.begin(), place)));
    }

private:
    const AuditRow& row_of(AuditNumber number)
    {
        auto [place, is_new] = rows_.try_emplace(number);
        if (is_new)
            place->second = storage::audit_row(session_, number).value_or(AuditRow{});
        return place->second;
    }

    std::string name_of_who(const RecordedAct& act)
    {
        auto person = act.who ? storage::person(session_, *act.who) : std::nullopt;
        return person ? person->name : act.who_name;
    }

    std::vector<PastAct> past_of(const History& history)
    {
        std::vector<PastAct> past;
        for (auto version = history.rbegin(); version != history.rend(); ++version) {
            if (!version->replaced)
                continue;
            const auto& row = row_of(*version->replaced);
            PastAct earlier{
                .act = version->fact, .replaced_at = row.at, .replaced_by = row.actor_name, .reason = reason_of(row)};
            if (version != history.rbegin())
                earlier.changes = changes_between(version->fact, std::prev(version)->fact);
            past.push_back(std::move(earlier));
        }
        return past;
    }

    static std::vector<PastAct::Change> changes_between(const RecordedAct& before, const RecordedAct& after)
    {
        std::vector<PastAct::Change> changes;
        for (const auto& field : act_fields())
            if (!field.same(before, after))
                changes.push_back(
                    {.title = std::string(field.title), .before = field.shown(before), .after = field.shown(after)});
        return changes;
    }

    storage::Session& session_;
    const JudgedDossier& judged_;
    Date paper_day_;
    std::map<RecordedActId, History> histories_; // each as recorded
    std::map<AuditNumber, AuditRow> rows_;
};

} // namespace

ActViews act_views(App& app, const Actor& actor, storage::Session& session, const Gate& gate,
                   const JudgedDossier& judged, const std::vector<FindingView>& findings)
{
    ActReader reader(session, judged, app.today());
    ActViews views;
    for (const auto& act : judged.acts) {
        auto view = reader.read(act);
        view.is_set_aside = reader.is_set_aside(act);
        view.may_correct = !judged.dossier.closed && may_record(app, actor, gate, act, judged.dossier.cell).has_value();
        std::ranges::copy_if(findings, std::back_inserter(view.findings),
                             [&](const FindingView& finding) { return finding.act == act.id; });
        views.standing.push_back(std::move(view));
    }
    std::ranges::reverse(views.standing);
    views.withdrawn = reader.withdrawn();
    return views;
}

} // namespace phusa
