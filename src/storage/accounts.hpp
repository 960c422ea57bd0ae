#pragma once

#include "base/result.hpp"
#include "domain/account.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// An account with what only signing in may see. `account.grants` is left empty: see role_grants.hpp.
struct StoredAccount {
    Account account;
    std::string password_hash; // empty: cannot sign in with a password
    int failures = 0;          // since the last success
    std::optional<Clock::Time> blocked_until;
};

std::optional<StoredAccount> account(Session& session, AccountId id);
std::optional<StoredAccount> account_named(Session& session, std::string_view name);
// By name, with all grants ever that still stand in the records.
std::vector<Account> accounts(Session& session);
std::int64_t count_accounts(Session& session);

// A new number is given. Conflict when the name is taken.
Result<AccountId> add_account(Transaction& transaction, const Account& account, std::string_view password_hash);
void set_password(Transaction& transaction, AccountId id, std::string_view hash, bool must_change);
void set_display_name(Transaction& transaction, AccountId id, std::string_view display_name);
void set_disabled(Transaction& transaction, AccountId id, bool disabled);
// Clears the failures.
void note_sign_in(Transaction& transaction, AccountId id, Clock::Time at);
void note_failure(Transaction& transaction, AccountId id, int failures, std::optional<Clock::Time> blocked_until);

} // namespace phusa::storage
