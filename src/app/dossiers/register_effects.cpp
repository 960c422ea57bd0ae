#include "app/dossiers/register_effects.hpp"

#include "app/standing.hpp"
#include "domain/case_reading.hpp"
#include "domain/membership_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

constexpr int probation_months = 12;

bool makes_admission(const RecordedAct& act) { return !act.side && act.act.kind == ActKind::ceremony; }
bool makes_event(const RecordedAct& act)
{
    return !act.side && (act.act.kind == ActKind::removal ||
                         (act.act.kind == ActKind::decision && act.act.about == Matter::recognition));
}

bool has_regime(const Dossier& dossier, SpecialRegime regime)
{
    return std::ranges::find(dossier.regimes, regime, &SpecialCase::regime) != dossier.regimes.end();
}

// The decision on which a ceremony rests, with its paper.
const RecordedAct* admission_decision(const JudgedDossier& judged, Date on)
{
    auto place = latest_act(judged.judged.value, ActKind::decision, Matter::admission, on);
    if (!place)
        return nullptr;
    auto found = std::ranges::find(judged.acts, judged.judged.acts[*place], &RecordedAct::id);
    return found == judged.acts.end() ? nullptr : &*found;
}

// The facts as they were on the day of the ceremony.
Admission admission_of(storage::Session& session, const JudgedDossier& judged, const RecordedAct& ceremony)
{
    const auto& dossier = judged.dossier;
    auto person = storage::person_on(session, dossier.person, ceremony.act.on).value_or(judged.person);
    auto admission = admission_with_facts_of(person);
    admission.cell = dossier.cell;
    admission.ceremony_on = ceremony.act.on;
    admission.youth_union_member = dossier.youth_union_member;
    admission.private_owner = has_regime(dossier, SpecialRegime::private_owner);
    admission.population_policy = has_regime(dossier, SpecialRegime::population_policy);
    admission.foreign_marriage = has_regime(dossier, SpecialRegime::foreign_marriage);
    admission.readmission = dossier.readmission.has_value();
    if (const auto* decision = admission_decision(judged, ceremony.act.on)) {
        admission.decided_on = decision->act.on;
        admission.decision_number = decision->paper.number;
    }
    return admission;
}

MembershipEvent event_of(const JudgedDossier& judged, const RecordedAct& act)
{
    MembershipEvent event{.id = {},
                          .person = judged.dossier.person,
                          .kind = MembershipEventKind::removed,
                          .on = act.act.on,
                          .decided_on = act.act.on,
                          .decision_number = act.paper.number,
                          .from = {},
                          .to = {},
                          .elsewhere = {},
                          .note = {},
                          .recorded = {}};
    if (act.act.kind == ActKind::removal)
        return event;
    // Recognised with effect from the day on which the 12 months end, however late the decision (rules.md 4.2).
    event.kind = MembershipEventKind::recognised;
    if (auto ceremony = latest_act(judged.judged.value, ActKind::ceremony, std::nullopt, act.act.on))
        event.on = judged.judged.value.acts[*ceremony].on.plus_months(probation_months);
    return event;
}

} // namespace

Result<std::int64_t> make_in_register(App& app, storage::Transaction& transaction, const JudgedDossier& judged,
                                      const RecordedAct& act, AuditNumber by)
{
    std::int64_t made = 0;
    if (makes_admission(act)) {
        auto admission = admission_of(transaction, judged, act);
        TRY_DO(check(admission));
        made = storage::add_admission(transaction, admission, by).value;
    } else if (makes_event(act)) {
        made = storage::add_membership_event(transaction, event_of(judged, act), by).value;
    } else {
        return made;
    }
    TRY_DO(follow_standing(app, transaction, judged.dossier.person, act.act.on, by));
    return made;
}

Result<void> take_from_register(App& app, storage::Transaction& transaction, const JudgedDossier& judged,
                                const RecordedAct& act, AuditNumber by)
{
    if (act.made == 0)
        return {};
    if (makes_admission(act)) {
        if (auto admission = storage::admission(transaction, AdmissionId(act.made)))
            TRY_DO(storage::withdraw_admission(transaction, *admission, by));
    } else if (auto event = storage::membership_event(transaction, MembershipEventId(act.made))) {
        TRY_DO(storage::withdraw_membership_event(transaction, *event, by));
    }
    return follow_standing(app, transaction, judged.dossier.person, act.act.on, by);
}

} // namespace phusa
