#pragma once

#include "app/sign_in.hpp"
#include "web/http/request.hpp"

#include <string>

namespace phusa::web
{

// Who sends a request, known before its handler runs: a person with a session, or a program with a bearer token.
struct Visitor {
    SignedIn signed_in;
    std::string session;     // the token of the cookie; empty for a program
    bool is_program = false; // came with a bearer token: answered in JSON, needs no CSRF field
};

// Who asks, for every call of app/. Only in handlers of routes that are not open: asserts that somebody is signed in.
const Actor& asking(const Request& request);
// nullptr where nobody is signed in (open routes).
const Actor* asking_if_any(const Request& request);

} // namespace phusa::web
