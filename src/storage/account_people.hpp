#pragma once

#include "domain/account.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>

namespace phusa::storage
{

// Whose account it is, where that person is in this register.
std::optional<PersonId> person_of_account(Session& session, AccountId id);
void set_person_of_account(Transaction& transaction, AccountId id, std::optional<PersonId> person);

} // namespace phusa::storage
