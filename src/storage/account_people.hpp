#pragma once

#include "domain/account.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace phusa::storage
{

// Whose account it is, where that person is in this register.
std::optional<PersonId> person_of_account(Session& session, AccountId id);
// All who are somebody of the register, by account.
std::vector<std::pair<AccountId, PersonId>> people_of_accounts(Session& session);
void set_person_of_account(Transaction& transaction, AccountId id, std::optional<PersonId> person);

} // namespace phusa::storage
