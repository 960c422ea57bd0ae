#include "app/fact_gate.hpp"
#include "app/look.hpp"
#include "app/membership_correction.hpp"
#include "app/unit_names.hpp"
#include "domain/membership_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/audit.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/membership_events.hpp"

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::size_t taken_away_shown = 10;

// Lists and files that were taken out since; what was asked for is left out, since it may name people.
template<typename Fact>
void add_taken_away(App& app, storage::Session& session, FactView<Fact>& view)
{
    constexpr std::array<std::string_view, 2> actions{"people.export", "export."};
    for (auto action : actions) {
        storage::AuditFilter filter;
        filter.action = action;
        filter.from = view.recorded_at;
        auto page = storage::audit_page(session, filter, {}, taken_away_shown);
        view.taken_away_total += page.total;
        for (const auto& row : page.rows)
            view.taken_away.push_back({.at = row.at,
                                       .by = row.actor_name,
                                       .action = row.action,
                                       .unit = row.organisation ? unit_name(app, *row.organisation) : std::string()});
    }
    std::ranges::stable_sort(view.taken_away, std::ranges::greater(), &TakenAway::at);
    if (view.taken_away.size() > taken_away_shown)
        view.taken_away.resize(taken_away_shown);
}

template<typename Fact>
FactView<Fact> view_of(App& app, storage::Session& session, FactOfPerson<Fact> found)
{
    FactView<Fact> view{.person = std::move(found.person), .fact = std::move(found.fact)};
    view.made_by = storage::dossier_that_made(session, view.fact.id);
    if (auto row = storage::audit_row(session, view.fact.recorded)) {
        view.recorded_at = row->at;
        view.recorded_by = row->actor_name;
    }
    view.forms = forms_counting(view.fact);
    add_taken_away(app, session, view);
    return view;
}

template<typename Fact>
Result<Fact> version_in(const std::vector<storage::Recorded<Fact>>& history, std::int64_t version)
{
    auto found = std::ranges::find(history, version, [](const auto& each) { return each.fact.version; });
    if (found == history.end())
        return problem(Problem::Kind::conflict, "Trang này đã cũ; hãy tải lại trang rồi sửa tiếp.");
    return found->fact;
}

} // namespace

Result<AdmissionFact> admission_to_correct(App& app, const Actor& actor, AdmissionId id)
{
    Gate gate(app, actor);
    auto view = [&]() -> Result<AdmissionFact> {
        auto session = app.database().read();
        return view_of(app, session, TRY(admission_behind_gate(session, gate, id)));
    }();
    if (view)
        record_look(app, actor, view->person);
    return view;
}

Result<EventFact> event_to_correct(App& app, const Actor& actor, MembershipEventId id)
{
    Gate gate(app, actor);
    auto view = [&]() -> Result<EventFact> {
        auto session = app.database().read();
        return view_of(app, session, TRY(event_behind_gate(session, gate, id)));
    }();
    if (view)
        record_look(app, actor, view->person);
    return view;
}

Result<Admission> admission_as_read(App& app, const Actor& actor, AdmissionId id, std::int64_t version)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    TRY(admission_behind_gate(session, gate, id));
    return version_in(storage::admission_history(session, id), version);
}

Result<MembershipEvent> event_as_read(App& app, const Actor& actor, MembershipEventId id, std::int64_t version)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    TRY(event_behind_gate(session, gate, id));
    return version_in(storage::membership_event_history(session, id), version);
}

} // namespace phusa
