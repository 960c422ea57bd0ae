#include "app/gate.hpp"
#include "app/look.hpp"
#include "app/past_facts.hpp"
#include "app/people.hpp"
#include "app/person_gate.hpp"
#include "app/recording.hpp"
#include "app/unit_name_on.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/person_fields.hpp"
#include "rules/citation.hpp"
#include "storage/admissions.hpp"
#include "storage/audit.hpp"
#include "storage/identities.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

RegulationName name_of_regulation(App& app, Date day)
{
    const auto& books = app.rulebooks();
    const auto* regulation = books.regulation_on(day);
    if (!regulation)
        return {};
    return {.on_screen = "Quy định số " + regulation_on_screen(*regulation),
            .on_paper = regulation_on_paper(books, books.place_on(day), app.today())};
}

TimelineWords words_for(App& app, storage::Session& session)
{
    return {.name_of = [&session](OrganisationId id, Date day) { return unit_name_on(session, id, day); },
            .regulation_on = [&app](Date day) { return name_of_regulation(app, day); }};
}

// What is not certain about it; where the province confirmed it, its note says by which paper.
std::string note_of(const Regulation* regulation)
{
    return regulation && regulation->confidence != Confidence::confirmed ? regulation->note : std::string();
}

std::vector<AdmissionView> seen(App& app, storage::Session& session, const std::vector<Admission>& admissions)
{
    std::vector<AdmissionView> views;
    for (const auto& admission : admissions) {
        auto day = admission.counted_on();
        const auto* regulation = app.rulebooks().regulation_on(day);
        views.push_back({.admission = admission,
                         .cell_name = unit_name_on(session, admission.cell, day),
                         .regulation = regulation ? regulation->number : std::string(),
                         .regulation_name = name_of_regulation(app, day),
                         .regulation_note = note_of(regulation)});
    }
    return views;
}

std::vector<PastVersion::Change> changes_between(const Person& before, const Person& after)
{
    std::vector<PastVersion::Change> changes;
    for (const auto& field : person_fields())
        if (!field.same(before, after))
            changes.push_back({.key = std::string(field.key),
                               .title = std::string(field.title),
                               .before = field.shown(before),
                               .after = field.shown(after)});
    return changes;
}

std::vector<PastVersion> past_of(storage::Session& session, const Person& now)
{
    std::vector<PastVersion> past;
    auto history = storage::person_history(session, now.id);
    std::ranges::stable_sort(history, {}, [](const auto& version) { return version.fact.recorded; });
    for (const auto& version : history) {
        if (!version.replaced)
            continue;
        // A change from a day on leaves two versions; the later one says what is new.
        auto later = std::ranges::find(history.rbegin(), history.rend(), *version.replaced,
                                       [](const auto& each) { return each.fact.recorded; });
        const Person& successor = later == history.rend() ? now : later->fact;
        auto row = storage::audit_row(session, *version.replaced);
        past.push_back({.person = version.fact,
                        .changes = changes_between(version.fact, successor),
                        .replaced_at = row ? row->at : Clock::Time{},
                        .replaced_by = row ? row->actor_name : std::string(),
                        .reason = row ? reason_of(*row) : std::string()});
    }
    std::ranges::reverse(past);
    return past;
}

} // namespace

Result<PersonView> show_person(App& app, const Actor& actor, PersonId id)
{
    Gate gate(app, actor);
    PersonView view;
    {
        auto session = app.database().read();
        view.person = TRY(person_behind_gate(session, gate, Right::see_people, id));
        auto admissions = storage::admissions_of(session, id);
        view.events = storage::membership_events_of(session, id);
        view.timeline = timeline_of(view.person, admissions, view.events, words_for(app, session));
        view.admissions = seen(app, session, admissions);
        view.past = past_of(session, view.person);
        view.past_facts = past_facts_of(session, id);
    }
    if (auto position = gate.tree().find(view.person.cell))
        for (auto above : gate.tree().path(*position))
            if (gate.pass(Right::see_organisations, gate.tree().at(above).id))
                view.path.push_back(gate.tree().at(above));
    record_look(app, actor, view.person);
    return view;
}

Result<Person> person_as_read(App& app, const Actor& actor, PersonId id, std::int64_t version)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto now = TRY(person_behind_gate(session, gate, Right::see_people, id));
    if (now.version == version)
        return now;
    auto history = storage::person_history(session, id);
    auto found = std::ranges::find(history, version, [](const auto& each) { return each.fact.version; });
    if (found == history.end())
        return problem(Problem::Kind::conflict, "Trang này đã cũ; hãy tải lại trang rồi sửa tiếp.");
    return found->fact;
}

Result<Person> person_to_correct(App& app, const Actor& actor, PersonId id)
{
    Gate gate(app, actor);
    auto person = [&] {
        auto session = app.database().read();
        return person_behind_gate(session, gate, Right::change_people, id);
    }();
    if (person)
        record_look(app, actor, *person);
    return person;
}

Result<Person> person_with_identity(App& app, const Actor& actor, PersonId id)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto person = TRY(person_behind_gate(session, gate, Right::reveal_identity, id));
    if (person.identity_masked.empty())
        return problem(Problem::Kind::not_found, "Chưa ghi số định danh của người này.");
    return person;
}

Result<std::string> reveal_identity(App& app, const Actor& actor, PersonId id, std::string_view reason)
{
    TRY(person_with_identity(app, actor, id));
    auto why = clean_text(reason);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ lý do cần xem số định danh; lý do được lưu vào nhật ký.");
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto person = TRY(person_behind_gate(transaction, gate, Right::reveal_identity, id));
    auto digits = storage::read_identity(transaction, id);
    if (!digits)
        return problem(Problem::Kind::not_found, "Chưa ghi số định danh của người này.");
    record(app, transaction, actor,
           {.action = "identity.reveal",
            .subject = fmt::format("person:{}", id.value),
            .person = id,
            .organisation = person.cell,
            .details = {{"reason", why}}});
    transaction.commit();
    return *digits;
}

} // namespace phusa
