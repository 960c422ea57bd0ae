#pragma once

#include "base/clock.hpp"
#include "domain/account.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa::storage
{

// A browser that is signed in. Only a hash of its token is stored: who reads the database cannot become that browser.
struct SignIn {
    std::string token_hash; // hex
    AccountId account;
    std::string csrf;
    Clock::Time opened;
    Clock::Time seen;
    Clock::Time expires;
};

void open_sign_in(Transaction& transaction, const SignIn& sign_in);
// Expired ones too: the caller compares with its clock.
std::optional<SignIn> sign_in(Session& session, std::string_view token_hash);
// Costs a write: once a minute is enough.
void touch_sign_in(Transaction& transaction, std::string_view token_hash, Clock::Time seen);
void close_sign_in(Transaction& transaction, std::string_view token_hash);
// All of one account, but not `except_hash`: after a new password or a changed role.
void close_sign_ins_of(Transaction& transaction, AccountId account, std::string_view except_hash = {});
std::int64_t close_expired_sign_ins(Transaction& transaction, Clock::Time now);

} // namespace phusa::storage
