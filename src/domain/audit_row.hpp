#pragma once

#include "base/clock.hpp"
#include "domain/account.hpp"
#include "domain/person.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// Who did what to what, and when. Written in the transaction of the change itself.
//
// `details` is JSON. Where it holds personal values it is sealed under the key of `person`: a purge destroys that key,
// and the chain still verifies, since the hash covers the sealed bytes. `organisation` is where it happened, for scope.
struct AuditRow {
    AuditNumber number;
    Clock::Time at;
    std::optional<AccountId> actor; // absent for the command line and the program itself
    std::string actor_name;         // the account's name, or "phusa demo"
    std::string action;             // noun.verb: "person.correct", "session.open", "identity.reveal"
    std::string subject;            // "person:42"
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::string details; // readable JSON, or empty when its key is gone
    bool details_destroyed = false;
};

} // namespace phusa
