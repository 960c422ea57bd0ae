#pragma once

#include "base/result.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>

// Identity numbers: sealed at rest, found by a keyed hash, read one at a time. Reading one is an act that the caller
// records in the audit with its reason.
namespace phusa::storage
{

// Empty `digits` takes the number away. Conflict when another person has it.
Result<void> set_identity(Transaction& transaction, PersonId person, std::string_view digits, AuditNumber by);
// What a number is found by.
std::string identity_hash(std::string_view digits, const Keys& keys);
std::optional<std::string> read_identity(Session& session, PersonId person);
std::optional<PersonId> person_with_identity(Session& session, std::string_view digits);

} // namespace phusa::storage
