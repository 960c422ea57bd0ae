#pragma once

#include "app/gate.hpp"
#include "base/result.hpp"
#include "domain/person.hpp"

namespace phusa
{

namespace storage
{
class Session;
}

// The person, when the asker may do this to people of that person's cell. Somebody outside the asker's scope and
// somebody who does not exist are answered alike.
Result<Person> person_behind_gate(storage::Session& session, const Gate& gate, Right right, PersonId id);

} // namespace phusa
