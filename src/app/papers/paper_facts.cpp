#include "app/papers/paper_facts.hpp"

#include "app/papers/paper_citation.hpp"
#include "documents/paper_layout.hpp"
#include "domain/case_reading.hpp"
#include "storage/admissions.hpp"
#include "storage/made_papers.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

PaperWriter writer_of(storage::Session& session, const OrganisationTree& tree, const RecordedAct* act)
{
    PaperWriter writer;
    if (!act)
        return writer;
    writer.name = act->who_name;
    writer.person = act->who ? storage::person(session, *act->who) : std::nullopt;
    if (!writer.person)
        return writer;
    writer.name = writer.person->name;
    if (auto position = tree.find(writer.person->cell))
        writer.cell_name = tree.at(*position).name;
    auto admissions = storage::admissions_of(session, writer.person->id);
    if (!admissions.empty())
        writer.admitted = admissions.back().counted_on();
    for (const auto& event : storage::membership_events_of(session, writer.person->id))
        if (event.kind == MembershipEventKind::recognised)
            writer.recognised = event.on;
    return writer;
}

std::string name_of_who(storage::Session& session, const RecordedAct* act)
{
    if (!act)
        return {};
    auto person = act->who ? storage::person(session, *act->who) : std::nullopt;
    return person ? person->name : act->who_name;
}

// Who wrote the paper: whom its act names; of the helper's remarks else whom the cell gave the task.
const RecordedAct* writing_act(const PaperFacts& facts, const RecordedAct* act)
{
    bool names_nobody = act && act->act.kind == ActKind::helper_remarks && !act->who && act->who_name.empty();
    return names_nobody ? facts.latest(ActKind::helper, std::nullopt) : act;
}

// Members who introduced and still stand: who comes in the place of another comes after them.
std::vector<std::string> introducers_of(storage::Session& session, const PaperFacts& facts)
{
    std::vector<std::string> names;
    for (const auto& each : facts.acts) {
        if (each.side || each.act.kind != ActKind::introduction || each.act.by != Introducer::member)
            continue;
        if (each.act.replaces && names.size() == 1)
            names.clear();
        auto name = name_of_who(session, &each);
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::string> absent_of(storage::Session& session, const RecordedAct* vote)
{
    std::vector<std::string> names;
    if (vote)
        for (const auto& entry : vote->vote.roll)
            if (!entry.present)
                if (auto person = storage::person(session, entry.member))
                    names.push_back(person->name);
    return names;
}

std::vector<RecordedAct> acts_that_count(const JudgedDossier& judged, const RecordedAct* act)
{
    std::vector<RecordedAct> acts;
    const auto& value = judged.judged.value;
    for (const auto& each : judged.acts) {
        auto place = std::ranges::find(judged.judged.acts, each.id);
        bool is_own = act && each.id == act->id;
        bool counts = place != judged.judged.acts.end() &&
                      !is_set_aside(value, static_cast<std::size_t>(place - judged.judged.acts.begin()));
        if (is_own || (counts && (!act || each.act.on <= act->act.on)))
            acts.push_back(each);
        // What an act of one stage leaves open is said by the case as a whole.
        if (!acts.empty() && acts.back().id == each.id && !acts.back().act.about && !each.side)
            acts.back().act.about = matter_of(value, each.act);
    }
    return acts;
}

} // namespace

const RecordedAct* PaperFacts::latest(ActKind kind, std::optional<Matter> matter) const
{
    const RecordedAct* found = nullptr;
    for (const auto& each : acts)
        if (!each.side && each.act.kind == kind && (!matter || each.act.about == matter))
            found = &each;
    return found;
}

const RecordedAct* PaperFacts::cell_vote() const
{
    return act && act->act.kind == ActKind::cell_vote ? &*act : latest(ActKind::cell_vote);
}

const RecordedAct* PaperFacts::committee_vote() const
{
    return act && act->act.kind == ActKind::committee_vote ? &*act : latest(ActKind::committee_vote);
}

const RecordedAct* PaperFacts::decision() const
{
    return act && act->act.kind == ActKind::decision ? &*act : latest(ActKind::decision);
}

std::string PaperFacts::number_of(const RecordedAct* of) const
{
    auto found = of ? numbers.find(of->id) : numbers.end();
    return found == numbers.end() ? std::string() : found->second;
}

namespace
{

void read_occasion(PaperFacts& facts, const JudgedDossier& judged, const PaperOccasion& occasion)
{
    if (const auto* act = occasion.act) {
        facts.act = *act;
        facts.on = act->paper.on.value_or(act->act.on);
        if (act->side)
            facts.about = matter_in(judged, *act);
        if (const auto* concerned = concerned_by(judged, *act)) {
            facts.concerned = *concerned;
            facts.concerned->act.about = facts.about;
        }
    }
    facts.event = occasion.event;
    if (facts.event && !facts.on)
        facts.on = facts.event->decided_on.value_or(facts.event->on);
}

// Of who would be readmitted, those before the person left are not of this dossier.
void read_admissions(PaperFacts& facts, const std::vector<Admission>& admissions)
{
    for (const auto& each : admissions) {
        bool is_earlier = facts.left && each.counted_on() <= *facts.left;
        if (!is_earlier)
            facts.admitted = each.counted_on();
        else if (!facts.first_admitted)
            facts.first_admitted = each.counted_on();
    }
}

// Those that acts bear, and those of the papers that were made for them.
std::map<RecordedActId, std::string> numbers_of(storage::Session& session, const JudgedDossier& judged)
{
    std::map<RecordedActId, std::string> numbers;
    for (const auto& paper : storage::made_papers_of(session, judged.dossier.id))
        if (paper.act && !paper.number_text.empty())
            if (const auto* made_for = paper_book().form(paper.code); made_for && !made_for->is_extra)
                numbers[*paper.act] = paper.number_text;
    for (const auto& each : judged.acts)
        if (!each.paper.number.empty())
            numbers[each.id] = each.paper.number;
    return numbers;
}

} // namespace

PaperFacts paper_facts(App& app, storage::Session& session, const JudgedDossier& judged, const PaperForm& form,
                       const PaperOccasion& occasion)
{
    PaperFacts facts;
    facts.person = judged.person;
    facts.acts = acts_that_count(judged, occasion.act);
    facts.about = form.about;
    facts.is_readmission = judged.dossier.readmission.has_value();
    if (facts.is_readmission)
        facts.left = judged.dossier.readmission->left;
    read_occasion(facts, judged, occasion);
    auto day = facts.on.value_or(app.today());
    auto tree = app.tree_on(day);
    // A cell that was not there yet under its number of today is named as today.
    if (!tree->find(judged.dossier.cell))
        tree = app.tree();
    const auto* body = paper_book().body(form.issuer);
    auto unit = body ? std::optional(body->unit) : std::nullopt;
    if (form.certificate)
        unit = IssuingUnit::deciding; // the political centre is its neighbour
    facts.bodies = paper_bodies(*tree, judged.dossier.cell, unit);
    facts.writer = writer_of(session, *tree, writing_act(facts, occasion.act));
    facts.helper_name = name_of_who(session, facts.latest(ActKind::helper, std::nullopt));
    facts.introducers = introducers_of(session, facts);
    facts.absent = absent_of(session, facts.cell_vote());
    read_admissions(facts, storage::admissions_of(session, judged.person.id));
    facts.numbers = numbers_of(session, judged);
    facts.citation = paper_citation(app, day);
    facts.set_name = paper_book().set_on(day).name;
    facts.layout_name = paper_layout_on(day).name;
    return facts;
}

} // namespace phusa
