#pragma once

#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa::storage
{

// What the audit rows after `since` did and to whom, without opening them, oldest first; no more than `rows`.
struct AuditDeed {
    AuditNumber number;
    std::string action;
    std::optional<PersonId> person;
};
std::vector<AuditDeed> audit_deeds_after(Session& session, AuditNumber since, std::size_t rows);

} // namespace phusa::storage
