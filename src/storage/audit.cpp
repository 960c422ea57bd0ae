#include "storage/audit.hpp"

#include "storage/audit_chain.hpp"
#include "storage/person_keys.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/format.h>

#include <cassert>

namespace phusa::storage
{

namespace
{

std::optional<std::int64_t> number_of(const auto& id) { return id ? std::optional(id->value) : std::nullopt; }

void insert(Connection& connection, const StoredAuditRow& row)
{
    connection
        .query("INSERT INTO audit_row (number, at, actor, actor_name, action, subject, person_id, organisation_id, "
               "details, sealed, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.number, row.at, row.actor, row.actor_name, row.action, row.subject, row.person, row.organisation,
              row.details, row.sealed, row.previous_hash, row.hash)
        .run();
}

} // namespace

AuditHead audit_head(Session& session)
{
    AuditHead head;
    session.connection().query("SELECT number, hash FROM audit_head").each([&](AuditNumber number, std::string hash) {
        head = {.number = number, .hash = std::move(hash)};
    });
    return head;
}

AuditNumber append(Transaction& transaction, const NewAuditRow& row)
{
    assert(row.kind == Details::open || row.person);
    auto head = audit_head(transaction);
    StoredAuditRow stored{.number = {head.number.value + 1},
                          .at = iso_time(row.at),
                          .actor = number_of(row.actor),
                          .actor_name = row.actor_name,
                          .action = row.action,
                          .subject = row.subject,
                          .person = number_of(row.person),
                          .organisation = number_of(row.organisation),
                          .details = row.details,
                          .sealed = row.kind == Details::personal,
                          .previous_hash = head.hash,
                          .hash = {}};
    if (stored.sealed)
        stored.details = to_hex(seal_for_person(transaction, *row.person, row.details, details_context(stored.number)));
    stored.hash = hash_of(stored);
    auto& connection = transaction.connection();
    insert(connection, stored);
    AuditHead next{.number = stored.number, .hash = stored.hash};
    connection.query("UPDATE audit_head SET number = ?, hash = ?, seal = ?")
        .bind(next.number, next.hash, seal_of(next, transaction.keys()))
        .run();
    return next.number;
}

} // namespace phusa::storage
