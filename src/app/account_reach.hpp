#pragma once

#include "app/gate.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <string>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// Inside app/: which accounts somebody may see and change (app/accounts.hpp says the rules).

// With all its grants, past and future ones too.
std::optional<Account> account_with_grants(storage::Session& session, AccountId id);
bool sees(const Gate& gate, const Actor& actor, const Account& account, Date today);
bool changes(const Gate& gate, const Actor& actor, const Account& account, Date today);
// The account, if the asker may change it: not_found for one they may not even see.
Result<Account> changeable(App& app, const Gate& gate, storage::Session& session, const Actor& actor, AccountId id);

// Whether an account with roles on these units may be that person's: an official member of a cell in one of them, where
// the asker may change accounts.
Result<void> check_linkable(storage::Session& session, const Gate& gate, const std::vector<OrganisationId>& units,
                            PersonId person);

std::string subject_of(AccountId id); // "account:42"

} // namespace phusa
