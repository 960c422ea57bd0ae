#include "app/person_gate.hpp"

#include "storage/people.hpp"

namespace phusa
{

Result<Person> person_behind_gate(storage::Session& session, const Gate& gate, Right right, PersonId id)
{
    auto nobody = problem(Problem::Kind::not_found, "Không có người này trong phạm vi của anh/chị.");
    auto person = storage::person(session, id);
    if (!person)
        return nobody;
    auto passed = gate.pass(right, person->cell);
    if (!passed && passed.error().kind == Problem::Kind::not_found)
        return nobody;
    TRY_DO(passed);
    return *person;
}

} // namespace phusa
