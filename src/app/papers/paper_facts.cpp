#include "app/papers/paper_facts.hpp"

#include "app/dossiers/handling.hpp"
#include "app/papers/body_names.hpp"
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

// Names and places from one tree.
class BodyReader
{
public:
    BodyReader(const OrganisationTree& tree, const Handling& handling) : tree_(tree), handling_(handling) {}

    PaperBodies read(std::optional<IssuingUnit> unit) const
    {
        PaperBodies bodies{.cell = handling_.cell.name,
                           .above_cell = name_above(handling_.cell.id),
                           .section = section_name(),
                           .grassroots = handling_.grassroots.name,
                           .above_grassroots = name_above(handling_.grassroots.id),
                           .deciding = handling_.deciding.name,
                           .above_deciding = name_above(handling_.deciding.id),
                           .youth_union = beside({OrganisationKind::youth_union}),
                           .trade_union = beside({OrganisationKind::trade_union}),
                           .school = beside({OrganisationKind::political_centre, OrganisationKind::political_school}),
                           .place = {},
                           .is_grassroots_cell = handling_.cell.id == handling_.grassroots.id,
                           .issuer = unit ? issuer(*unit) : Organisation{}};
        bodies.place = place_name(path_of(unit == IssuingUnit::deciding ? handling_.deciding.id : handling_.cell.id));
        return bodies;
    }

private:
    std::vector<Organisation> path_of(OrganisationId id) const
    {
        std::vector<Organisation> path;
        if (auto position = tree_.find(id))
            for (auto above : tree_.path(*position))
                path.push_back(tree_.at(above));
        return path;
    }

    std::string name_above(OrganisationId id) const
    {
        auto path = path_of(id);
        return path.size() < 2 ? std::string() : path[path.size() - 2].name;
    }

    const Organisation* section() const
    {
        auto position = tree_.find(handling_.cell.id);
        auto above = position ? tree_.parent(*position) : std::nullopt;
        bool is_section = above && tree_.at(*above).kind == OrganisationKind::section_committee;
        return is_section ? &tree_.at(*above) : nullptr;
    }

    std::string section_name() const
    {
        const auto* found = section();
        return found ? found->name : std::string();
    }

    Organisation issuer(IssuingUnit unit) const
    {
        switch (unit) {
        case IssuingUnit::cell:
            return handling_.cell;
        case IssuingUnit::section:
            return section() ? *section() : Organisation{};
        case IssuingUnit::grassroots:
            return handling_.grassroots;
        case IssuingUnit::deciding:
            return handling_.deciding;
        }
        return {};
    }

    // What stands beside the grassroots organisation, else beside one above it.
    std::string beside(std::initializer_list<OrganisationKind> kinds) const
    {
        auto path = path_of(handling_.grassroots.id);
        for (auto unit = path.rbegin(); unit != path.rend(); ++unit)
            for (const auto& each : tree_.beside())
                if (each.beside == unit->id && std::ranges::find(kinds, each.kind) != kinds.end())
                    return each.name;
        return {};
    }

    const OrganisationTree& tree_;
    const Handling& handling_;
};

PaperWriter writer_of(storage::Session& session, const OrganisationTree& tree, const RecordedAct& act)
{
    PaperWriter writer{.name = act.who_name, .person = {}, .cell_name = {}, .admitted = {}, .recognised = {}};
    if (!act.who)
        return writer;
    writer.person = storage::person(session, *act.who);
    if (!writer.person)
        return writer;
    writer.name = writer.person->name;
    if (auto position = tree.find(writer.person->cell))
        writer.cell_name = tree.at(*position).name;
    auto admissions = storage::admissions_of(session, *act.who);
    if (!admissions.empty())
        writer.admitted = admissions.back().counted_on();
    for (const auto& event : storage::membership_events_of(session, *act.who))
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

PaperFacts paper_facts(App& app, storage::Session& session, const JudgedDossier& judged, const PaperForm& form,
                       const RecordedAct* act)
{
    PaperFacts facts;
    facts.person = judged.person;
    facts.acts = acts_that_count(judged, act);
    facts.about = form.about;
    if (act) {
        facts.act = *act;
        facts.on = act->paper.on.value_or(act->act.on);
    }
    auto day = facts.on.value_or(app.today());
    auto tree = app.tree_on(day);
    // A cell that was not there yet under its number of today is named as today.
    if (!tree->find(judged.dossier.cell))
        tree = app.tree();
    auto handling = handling_of(*tree, judged.dossier.cell);
    const auto* body = paper_book().body(form.issuer);
    facts.bodies = BodyReader(*tree, handling).read(body ? std::optional(body->unit) : std::nullopt);
    if (act)
        facts.writer = writer_of(session, *tree, *act);
    facts.helper_name = name_of_who(session, facts.latest(ActKind::helper, std::nullopt));
    facts.absent = absent_of(session, facts.cell_vote());
    for (const auto& paper : storage::made_papers_of(session, judged.dossier.id))
        if (paper.act && !paper.number_text.empty())
            if (const auto* made_for = paper_book().form(paper.code); made_for && !made_for->is_extra)
                facts.numbers[*paper.act] = paper.number_text;
    for (const auto& each : judged.acts)
        if (!each.paper.number.empty())
            facts.numbers[each.id] = each.paper.number;
    facts.citation = paper_citation(app, day);
    facts.set_name = paper_book().set_on(day).name;
    facts.layout_name = paper_layout_on(day).name;
    return facts;
}

} // namespace phusa
