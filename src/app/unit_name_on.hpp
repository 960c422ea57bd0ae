#pragma once

#include "base/date.hpp"
#include "domain/organisation.hpp"

#include <string>

namespace phusa
{

namespace storage
{
class Session;
} // namespace storage

// The name of a unit on a day, else its last one; empty where there is none.
std::string unit_name_on(storage::Session& session, OrganisationId id, Date day);

} // namespace phusa
