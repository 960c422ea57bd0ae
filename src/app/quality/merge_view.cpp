#include "app/gate.hpp"
#include "app/look.hpp"
#include "app/person_gate.hpp"
#include "app/quality/merge.hpp"
#include "app/unit_names.hpp"
#include "storage/admissions.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"
#include "storage/merges.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <cstdlib>

namespace phusa
{

namespace
{

// Days of one and the same ceremony, written from two papers.
constexpr int days_apart_max = 31;

bool is_near(Date a, Date b) { return std::abs(days_between(a, b)) <= days_apart_max; }

MergeSide side_of(App& app, storage::Session& session, Person person)
{
    MergeSide side{.person = std::move(person)};
    side.cell_name = unit_name(app, side.person.cell);
    for (const auto& admission : storage::admissions_of(session, side.person.id))
        side.admissions.push_back({.admission = admission,
                                   .cell_name = unit_name(app, admission.cell),
                                   .regulation = {},
                                   .regulation_name = {},
                                   .regulation_note = {}});
    side.events = storage::membership_events_of(session, side.person.id);
    side.dossiers = static_cast<std::int64_t>(storage::dossiers_of(session, side.person.id).size());
    return side;
}

void find_same(MergeView& view)
{
    for (const auto& seen : view.other.admissions)
        if (std::ranges::any_of(view.kept.admissions, [&](const AdmissionView& kept) {
                return is_near(kept.admission.counted_on(), seen.admission.counted_on());
            }))
            view.same_admissions.push_back(seen.admission.id);
    for (const auto& event : view.other.events)
        if (std::ranges::any_of(view.kept.events, [&](const MembershipEvent& kept) {
                return kept.kind == event.kind && is_near(kept.on, event.on);
            }))
            view.same_events.push_back(event.id);
}

} // namespace

Result<MergeView> merge_view(App& app, const Actor& actor, PersonId kept, PersonId other)
{
    Gate gate(app, actor);
    MergeView view;
    {
        auto session = app.database().read();
        auto first = TRY(person_behind_gate(session, gate, Right::change_people, kept));
        auto second = TRY(person_behind_gate(session, gate, Right::change_people, other));
        if (kept == other)
            return problem(Problem::Kind::not_found, "Hãy chọn hai hồ sơ khác nhau.");
        view.kept = side_of(app, session, std::move(first));
        view.other = side_of(app, session, std::move(second));
        find_same(view);
        auto [least, most] = std::minmax(kept, other);
        view.is_marked_distinct = std::ranges::any_of(storage::distinct_pairs(session), [&](const auto& pair) {
            return pair.first == least && pair.second == most;
        });
    }
    record_look(app, actor, view.kept.person);
    record_look(app, actor, view.other.person);
    return view;
}

} // namespace phusa
