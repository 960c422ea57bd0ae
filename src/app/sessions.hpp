#pragma once

#include "app/app.hpp"
#include "app/sign_in.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace phusa
{

namespace storage
{
class Session;
class Transaction;
} // namespace storage

// Inside app/: sessions and tokens as they are stored.

// What is stored of a token: who reads the database cannot use it.
std::string token_hash(std::string_view token);

// Opens a session for an account in the transaction that found it good, and records it.
OpenedSession open_session(App& app, storage::Transaction& transaction, const Actor& actor, std::string_view peer);

// Who an account is today; nullopt where there is none or it is disabled.
std::optional<SignedIn> signed_in_as(App& app, storage::Session& session, AccountId id);

} // namespace phusa
