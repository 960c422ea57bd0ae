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
// failures for a name, further tries wait (too_many), also with the right password. Takes tens of milliseconds.
Result<OpenedSession> sign_in(App& app, std::string_view name, std::string_view password);
void sign_out(App& app, std::string_view token);
std::optional<SignedIn> session_of(App& app, std::string_view token);
std::optional<SignedIn> bearer_of(App& app, std::string_view token);

// Ends all other sessions of the account.
Result<OpenedSession> change_own_password(App& app, const Actor& actor, std::string_view current,
                                          std::string_view wanted);

// While there is no account that can administer, one link makes the first one; it works once, for
// limit::first_link_life_max. Returns nothing when an administrator is there already.
std::optional<std::string> make_first_link(App& app);
bool first_link_is_good(App& app, std::string_view token);
Result<OpenedSession> make_first_administrator(App& app, std::string_view token, std::string_view name,
                                               std::string_view display_name, std::string_view password);

} // namespace phusa
