#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"
#include "domain/membership.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Admissions and events of the membership that were recorded wrongly, one by one, and what was forgotten.
namespace phusa
{

// What was taken out of the register since a fact was recorded, and may repeat what it said.
struct TakenAway {
    Clock::Time at;
    std::string by;
    std::string action; // of the audit row: "people.export"
    std::string unit;
};

// A fact as its page shows it. `made_by` is the dossier whose act made it: its days and its being there are corrected
// there.
template<typename Fact>
struct FactView {
    Person person;
    Fact fact;
    std::optional<DossierId> made_by = {};
    Clock::Time recorded_at = {};
    std::string recorded_by = {};
    std::vector<std::string> forms = {}; // that count it
    std::vector<TakenAway> taken_away = {};
    std::int64_t taken_away_total = 0;
};
using AdmissionFact = FactView<Admission>;
using EventFact = FactView<MembershipEvent>;

Result<AdmissionFact> admission_to_correct(App& app, const Actor& actor, AdmissionId id);
Result<EventFact> event_to_correct(App& app, const Actor& actor, MembershipEventId id);
// A version that stands or stood: what a form read before.
Result<Admission> admission_as_read(App& app, const Actor& actor, AdmissionId id, std::int64_t version);
Result<MembershipEvent> event_as_read(App& app, const Actor& actor, MembershipEventId id, std::int64_t version);

// As correct_person: merged by field, the old version stays, standing follows. Answers the forms that change.
Result<std::vector<std::string>> correct_admission(App& app, const Actor& actor, const Admission& read,
                                                   const Admission& wanted, std::string_view reason);
Result<std::vector<std::string>> correct_event(App& app, const Actor& actor, const MembershipEvent& read,
                                               const MembershipEvent& wanted, std::string_view reason);
// It never happened: it leaves all counts and stays readable.
Result<void> withdraw_admission(App& app, const Actor& actor, AdmissionId id, std::int64_t version,
                                std::string_view reason);
Result<void> withdraw_event(App& app, const Actor& actor, MembershipEventId id, std::int64_t version,
                            std::string_view reason);
// An admission that was forgotten, of a member; the cell is the one in which the register knows the person on that day.
// Of several admissions all but the first are readmissions, of somebody who had left. Answers the forms that change.
Result<std::vector<std::string>> add_admission(App& app, const Actor& actor, const Admission& admission,
                                               std::string_view reason);
// What else was forgotten. A move within the register is not recorded so, since the person goes with it.
Result<void> add_event(App& app, const Actor& actor, const MembershipEvent& event, std::string_view reason);
std::vector<MembershipEventKind> kinds_to_add();

} // namespace phusa
