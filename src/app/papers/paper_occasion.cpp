#include "app/papers/paper_occasion.hpp"

#include "app/dossiers/deciding.hpp"
#include "domain/case_reading.hpp"
#include "storage/membership_events.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

bool has_matter(ActKind kind)
{
    return kind == ActKind::cell_vote || kind == ActKind::committee_vote || kind == ActKind::decision ||
           kind == ActKind::appraisal || kind == ActKind::opinions;
}

} // namespace

const RecordedAct* concerned_by(const JudgedDossier& judged, const RecordedAct& act)
{
    auto found = act.concerns ? std::ranges::find(judged.acts, *act.concerns, &RecordedAct::id) : judged.acts.end();
    return found == judged.acts.end() ? nullptr : &*found;
}

Matter matter_in(const JudgedDossier& judged, const RecordedAct& act)
{
    if (const auto* concerned = act.side ? concerned_by(judged, act) : nullptr)
        return concerned->act.kind == ActKind::removal ? Matter::removal : matter_in(judged, *concerned);
    return act.act.about.value_or(matter_of(judged.judged.value, act.act));
}

bool is_for(const PaperForm& form, const JudgedDossier& judged)
{
    return !form.readmission || *form.readmission == judged.dossier.readmission.has_value();
}

bool goes_with(const PaperForm& form, const JudgedDossier& judged, const RecordedAct& act)
{
    if (!form.events.empty() || act.side != form.side || !is_for(form, judged))
        return false;
    if (form.side)
        return true;
    if (act.act.kind != form.act)
        return false;
    if (form.certificate)
        return act.act.certificate == *form.certificate;
    if (form.stage && act.act.stage != *form.stage)
        return false;
    if (has_matter(form.act) && matter_in(judged, act) != form.about)
        return false;
    return !form.by || act.act.by == *form.by;
}

std::optional<MembershipEvent> event_for(storage::Session& session, const PaperForm& form, PersonId person)
{
    std::optional<MembershipEvent> found;
    if (!form.events.empty())
        for (auto& event : storage::membership_events_of(session, person))
            if (std::ranges::find(form.events, event.kind) != form.events.end() && (!found || found->on <= event.on))
                found = std::move(event);
    return found;
}

bool precedes_its_act(const PaperForm& form)
{
    bool follows = form.side || !form.events.empty() || form.act == ActKind::transfer || form.act == ActKind::redo ||
                   form.act == ActKind::removal || form.about == Matter::removal;
    return !follows;
}

Result<void> may_make(App& app, const Actor& actor, const Gate& gate, const JudgedDossier& judged,
                      const PaperForm& form)
{
    RecordedAct act;
    act.act.kind = form.act;
    act.side = form.side;
    const auto* body = paper_book().body(form.issuer);
    // A transfer is recorded by the cell, but a letter about it has the number and the signature of its committee.
    if (body && (body->unit == IssuingUnit::grassroots || body->unit == IssuingUnit::section))
        act = {.act = {.kind = ActKind::committee_vote, .on = {}}};
    else if (body && body->unit == IssuingUnit::deciding)
        act = {.act = {.kind = ActKind::decision, .on = {}}};
    return may_record(app, actor, gate, act, judged.dossier.cell);
}

} // namespace phusa
