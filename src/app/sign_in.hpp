#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// What the browser keeps after signing in. Only hashes of these are stored.
struct OpenedSession {
    std::string token; // for the cookie
};

// Who a session or bearer token belongs to, as of this request: grants of today, read anew each time, so that a
// change of rights holds at once.
struct SignedIn {
    Actor actor;
    std::string csrf; // expected in every form of this session; empty for bearer tokens
    bool must_change_password = false;
};

// The Problem says the same for a wrong name and a wrong password. After limit::sign_in_failures_before_back_off
// failures for a name, further tries wait (too_many), also with the right password; likewise many failures from one
// peer (its address, for the audit log too). Takes tens of milliseconds.
Result<OpenedSession> sign_in(App& app, std::string_view name, std::string_view password, std::string_view peer = {});
void sign_out(App& app, std::string_view token);
std::optional<SignedIn> session_of(App& app, std::string_view token);
std::optional<SignedIn> bearer_of(App& app, std::string_view token);

// Ends all sessions of the account and opens a new one.
Result<OpenedSession> change_own_password(App& app, const Actor& actor, std::string_view current,
                                          std::string_view wanted);
// Ends all sessions of the account but the one of `token`.
void end_other_sessions(App& app, const Actor& actor, std::string_view token);

} // namespace phusa
