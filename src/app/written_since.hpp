#pragma once

#include "domain/person.hpp"
#include "domain/validity.hpp"

#include <optional>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// Whom the changes of the register after `since` are about. nullopt where one of them is not about a single person (an
// import, a unit, a rulebook), or where there are so many that it is not worth asking.
std::optional<std::vector<PersonId>> people_written_since(storage::Session& session, AuditNumber since);

} // namespace phusa
