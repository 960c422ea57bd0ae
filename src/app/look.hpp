#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "domain/audit_row.hpp"
#include "domain/person.hpp"

#include <string>

namespace phusa
{

// Writes into the audit log that the asker looked at a person ("the log of who looked", DESIGN §8): once an hour, and
// nothing for programs. Called without a session at hand, since it writes.
void record_look(App& app, const Actor& actor, const Person& person);

// What somebody gave as the reason of a change; empty where none is recorded or its key is destroyed.
std::string reason_of(const AuditRow& row);

} // namespace phusa
