#pragma once

#include "storage/people.hpp"

#include <span>

namespace phusa::storage
{

// For those who have a number. Unchecked.
void insert_identities(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by);

} // namespace phusa::storage
