#include "app/person_gate.hpp"

#include "storage/people.hpp"

namespace phusa
{

Result<Person> person_behind_gate(storage::Session& session, const Gate& gate, Right right, PersonId id)
{
    // Whoever has the right nowhere is told so before anybody is looked up: the answer says nothing of the id.
    TRY_DO(gate.pass_anywhere(right));
    auto person = storage::person(session, id);
    if (!person || !gate.pass(right, person->cell))
        return problem(Problem::Kind::not_found, "Không có người này trong phạm vi của anh/chị.");
    return *person;
}

} // namespace phusa
