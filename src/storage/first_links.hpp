#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "storage/database.hpp"

#include <string>
#include <string_view>

// The one-time link with which the first administrator is made. Only its hash is stored.
namespace phusa::storage
{

// Replaces any link made before.
void make_first_link(Transaction& transaction, std::string_view token_hash, Clock::Time expires);
bool first_link_is_good(Session& session, std::string_view token_hash, Clock::Time now);
// Refused when it is unknown, used or expired.
Result<void> use_first_link(Transaction& transaction, std::string_view token_hash, Clock::Time now);

} // namespace phusa::storage
