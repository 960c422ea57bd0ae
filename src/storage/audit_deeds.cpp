#include "storage/audit_deeds.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

std::vector<AuditDeed> audit_deeds_after(Session& session, AuditNumber since, std::size_t rows)
{
    std::vector<AuditDeed> deeds;
    session.connection()
        .query("SELECT number, action, person_id FROM audit_row WHERE number > ? ORDER BY number LIMIT ?")
        .bind(since)
        .bind(static_cast<std::int64_t>(rows))
        .each([&](AuditNumber number, std::string action, std::optional<PersonId> person) {
            deeds.push_back({.number = number, .action = std::move(action), .person = person});
        });
    return deeds;
}

} // namespace phusa::storage
