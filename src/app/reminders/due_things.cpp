#include "app/reminders/due_things.hpp"

#include "app/dossiers/counting_acts.hpp"
#include "app/dossiers/dossier_register.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

// Who helps, and since when; nobody where no helper is named.
struct Helping {
    std::optional<Date> since = {};
    std::vector<PersonId> helpers = {};
};

// After the ceremony the member who was assigned last; before it, the members who introduced.
Helping helping_of(const JudgedDossier& judged)
{
    Helping helping;
    auto assigned = acts_that_count(judged, ActKind::helper);
    if (!assigned.empty()) {
        helping.since = assigned.back()->act.on;
        if (assigned.back()->who)
            helping.helpers.push_back(*assigned.back()->who);
        return helping;
    }
    if (is_after_admission(judged.stage.stage))
        return helping;
    for (const auto* act : acts_that_count(judged, ActKind::introduction)) {
        if (act->act.by != Introducer::member)
            continue;
        helping.since = std::min(helping.since.value_or(act->act.on), act->act.on);
        if (act->who)
            helping.helpers.push_back(*act->who);
    }
    return helping;
}

DueThing thing_of(const JudgedDossier& judged)
{
    return {.dossier = judged.dossier.id,
            .person = judged.person.id,
            .name = judged.person.name,
            .cell = judged.dossier.cell};
}

void add_deadlines(const JudgedDossier& judged, const Handling& handling, const DueQuestion& question,
                   std::vector<DueThing>& things)
{
    Date day = question.day;
    const auto* first = judged.next();
    for (const auto& next : judged.verdict.next) {
        if (!next.latest)
            continue;
        auto reminder = reminder_of_deadline(shipped_reminders(), *next.latest, day);
        if (!reminder && !question.with_far_ones)
            continue;
        auto thing = thing_of(judged);
        thing.key = fmt::format("{} {} {}", judged.dossier.id.value, key_of(next.act), key_of(next.about));
        thing.title = title_of(next);
        thing.due = *next.latest;
        thing.act = next.act;
        thing.about = next.about;
        if (first != &next)
            thing.waits_for = title_of(*first);
        thing.units = {handling.who_records(first->act).id};
        if (auto own = handling.who_records(next.act).id; own != thing.units.front())
            thing.units.push_back(own);
        thing.reminder = reminder;
        thing.above = reminder_above(shipped_reminders(), *next.latest, day);
        thing.reckoning = reckoning_of(judged, next, day);
        things.push_back(std::move(thing));
    }
}

void add_remarks(const JudgedDossier& judged, Date day, std::vector<DueThing>& things)
{
    auto helping = helping_of(judged);
    if (!helping.since)
        return;
    std::vector<Date> remarks;
    for (const auto* act : acts_that_count(judged, ActKind::helper_remarks))
        remarks.push_back(act->act.on);
    auto reminder = reminder_of_remarks(shipped_reminders(), *helping.since, remarks, day);
    if (!reminder)
        return;
    auto thing = thing_of(judged);
    thing.key = fmt::format("{} remarks", judged.dossier.id.value);
    thing.title = fmt::format("Nhận xét {} của đảng viên giúp đỡ", quarter_of(reminder->due).vietnamese());
    thing.due = reminder->due;
    thing.units = {judged.dossier.cell};
    thing.helpers = std::move(helping.helpers);
    thing.reminder = reminder;
    things.push_back(std::move(thing));
}

} // namespace

std::vector<DueThing> due_things(App& app, const OrganisationTree& tree, const DueQuestion& question)
{
    std::vector<DueThing> things;
    auto read = [&](const JudgedDossier& judged) {
        if (!is_open(judged.stage.stage))
            return;
        add_deadlines(judged, handling_of(tree, judged.dossier.cell), question, things);
        add_remarks(judged, question.day, things);
    };
    auto all = dossier_register(app);
    for (const auto& entry : all->entries) {
        const auto& judged = entry->judged;
        auto position = tree.find(judged.dossier.cell);
        if (!position || judged.dossier.closed || (question.range && !question.range->contains(*position)))
            continue;
        if (question.day == app.today())
            read(judged);
        else
            read(judge_dossier(app, judged.dossier, judged.person, judged.acts, question.day));
    }
    std::ranges::move(due_audits(app, tree, question), std::back_inserter(things));
    return things;
}

} // namespace phusa
