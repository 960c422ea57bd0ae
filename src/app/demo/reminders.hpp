#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"

namespace phusa
{

namespace storage
{
class Transaction;
} // namespace storage

namespace demo
{

// What the accounts of the demo want to be reminded of. Their addresses lead nowhere (RFC 2606).
void add_reminder_choices(App& app, storage::Transaction& transaction, const Actor& actor);

} // namespace demo

} // namespace phusa
