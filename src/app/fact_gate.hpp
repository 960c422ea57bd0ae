#pragma once

#include "app/person_gate.hpp"
#include "domain/membership.hpp"

// app/ only.
namespace phusa
{

// An admission or an event with the person whom it befell, when the asker may change that person. What is outside the
// asker's scope and what is not there are answered alike.
template<typename Fact>
struct FactOfPerson {
    Person person;
    Fact fact;
};
Result<FactOfPerson<Admission>> admission_behind_gate(storage::Session& session, const Gate& gate, AdmissionId id);
Result<FactOfPerson<MembershipEvent>> event_behind_gate(storage::Session& session, const Gate& gate,
                                                        MembershipEventId id);

} // namespace phusa
