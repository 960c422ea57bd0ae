#include "app/fact_gate.hpp"

#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"

namespace phusa
{

namespace
{

template<typename Fact>
Result<FactOfPerson<Fact>> behind_gate(storage::Session& session, const Gate& gate, const std::optional<Fact>& fact)
{
    TRY_DO(gate.pass_anywhere(Right::change_people));
    auto person = fact ? person_behind_gate(session, gate, Right::change_people, fact->person)
                       : Result<Person>(std::unexpected(Problem{}));
    if (!person)
        return problem(Problem::Kind::not_found, "Không có việc này trong phạm vi của anh/chị.");
    return FactOfPerson<Fact>{.person = std::move(*person), .fact = *fact};
}

} // namespace

Result<FactOfPerson<Admission>> admission_behind_gate(storage::Session& session, const Gate& gate, AdmissionId id)
{
    return behind_gate(session, gate, storage::admission(session, id));
}

Result<FactOfPerson<MembershipEvent>> event_behind_gate(storage::Session& session, const Gate& gate,
                                                        MembershipEventId id)
{
    return behind_gate(session, gate, storage::membership_event(session, id));
}

} // namespace phusa
