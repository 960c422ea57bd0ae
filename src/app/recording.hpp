#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "domain/person.hpp"
#include "domain/validity.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
class Transaction;
} // namespace storage

// What an audit row says of a change: named texts, in order. With `person` they are sealed under that person's key.
struct Change {
    std::string action;  // noun.verb
    std::string subject; // "person:42"
    std::optional<PersonId> person = {};
    std::optional<OrganisationId> organisation = {}; // where it happened
    std::vector<std::pair<std::string, std::string>> details = {};
};

// Writes the audit row of a change within its transaction; the number is what the change is recorded by.
//
// Unless the action is one of those that only tell who came and looked, it also counts as a change of the register.
AuditNumber record(App& app, storage::Transaction& transaction, const Actor& actor, const Change& change);

// The last audit row by which a fact of the register changed: what was reckoned as of it still holds.
AuditNumber register_written(storage::Session& session);

} // namespace phusa
