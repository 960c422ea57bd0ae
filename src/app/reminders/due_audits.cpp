// What sampling audits leave to be done by a day: dossiers to check, faults to correct.
#include "app/audit_rounds/checks.hpp"
#include "app/reminders/due_things.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <map>

namespace phusa
{

namespace
{

class DueAudits
{
public:
    DueAudits(App& app, const OrganisationTree& tree, const DueQuestion& question)
        : tree_(tree), question_(question), session_(app.database().read())
    {
        for (auto& round : storage::audit_rounds(session_))
            rounds_.emplace(round.id, std::move(round));
    }

    std::vector<DueThing> take() &&
    {
        for (const auto& sample : storage::open_audit_samples(session_))
            if (!sample.checked)
                add(sample);
        for (const auto& fault : storage::check_faults(session_))
            if (fault.state() == CorrectionState::open)
                add(fault);
        return std::move(things_);
    }

private:
    // Nothing where nobody is to be reminded of it on that day.
    DueThing* begin(OrganisationId responsible, Date due)
    {
        auto position = tree_.find(responsible);
        if (!position || (question_.range && !question_.range->contains(*position)))
            return nullptr;
        auto reminder = reminder_of_deadline(shipped_reminders(), due, question_.day);
        if (!reminder && !question_.with_far_ones)
            return nullptr;
        things_.push_back({.due = due,
                           .units = {responsible},
                           .reminder = reminder,
                           .above = reminder_above(shipped_reminders(), due, question_.day)});
        return &things_.back();
    }

    void tell_whose(DueThing& thing, DossierId dossier, PersonId id, OrganisationId cell)
    {
        auto person = storage::person(session_, id);
        thing.dossier = dossier;
        thing.person = id;
        thing.name = person ? person->name : std::string();
        thing.cell = cell;
    }

    void add(const AuditSample& sample)
    {
        const auto& round = rounds_.at(sample.round);
        auto* thing = begin(sample.checking, round.due);
        if (!thing)
            return;
        tell_whose(*thing, sample.dossier, sample.person, sample.cell);
        thing->key = fmt::format("check {}", sample.id.value);
        thing->title = fmt::format("Kiểm tra chéo hồ sơ ({})", round.name);
        thing->check = sample.id;
    }

    void add(const CheckFault& fault)
    {
        auto dossier = storage::dossier(session_, fault.dossier);
        auto* thing = dossier ? begin(dossier->cell, fault.due) : nullptr;
        if (!thing)
            return;
        tell_whose(*thing, dossier->id, dossier->person, dossier->cell);
        thing->key = fmt::format("fault {}", fault.id.value);
        thing->title = fmt::format("Khắc phục sau kiểm tra: {}", title_of_fault(fault.kind));
        thing->fault = fault.id;
    }

    const OrganisationTree& tree_;
    const DueQuestion& question_;
    storage::Session session_;
    std::map<AuditRoundId, AuditRound> rounds_;
    std::vector<DueThing> things_;
};

} // namespace

std::vector<DueThing> due_audits(App& app, const OrganisationTree& tree, const DueQuestion& question)
{
    return DueAudits(app, tree, question).take();
}

} // namespace phusa
