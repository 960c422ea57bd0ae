#pragma once

#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/person.hpp"
#include "domain/validity.hpp"

namespace phusa
{

namespace storage
{
class Transaction;
} // namespace storage

// A person's standing follows from their admissions and events: after any of these was written. From `day` on where
// the person's last version covers it.
Result<void> follow_standing(App& app, storage::Transaction& transaction, PersonId id, Date day, AuditNumber by);

} // namespace phusa
