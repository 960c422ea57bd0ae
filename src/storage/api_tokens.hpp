#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

struct ApiToken;
using ApiTokenId = Id<ApiToken>;

// A bearer token with the rights of its account. Only its hash is stored.
struct ApiToken {
    ApiTokenId id;
    std::string token_hash; // hex
    AccountId account;
    std::string label;
    Clock::Time created;
    std::optional<Clock::Time> expires;
    std::optional<Clock::Time> last_used;
    std::optional<Clock::Time> revoked;
};

// A new number is given.
ApiTokenId add_api_token(Transaction& transaction, const ApiToken& token);
// Expired and revoked ones too: the caller compares with its clock.
std::optional<ApiToken> api_token(Session& session, std::string_view token_hash);
std::vector<ApiToken> api_tokens_of(Session& session, AccountId account);
// Costs a write: once a minute is enough.
void touch_api_token(Transaction& transaction, ApiTokenId id, Clock::Time used);
// Not found when there is no such token of that account, or it is revoked already.
Result<void> revoke_api_token(Transaction& transaction, AccountId account, ApiTokenId id, Clock::Time at);

} // namespace phusa::storage
