#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"

namespace phusa::storage
{
class Transaction;
}

namespace phusa::demo
{

// A few questions that the offices of the demo have left for their users. The accounts of add_users must be there.
void add_saved_views(App& app, storage::Transaction& transaction, const Actor& actor);

} // namespace phusa::demo
