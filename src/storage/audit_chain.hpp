#pragma once

#include "storage/audit.hpp"

#include <optional>
#include <string>

namespace phusa::storage
{

// A row as it lies in the table: `details` are JSON or, where `sealed`, the hex of sealed bytes.
struct StoredAuditRow {
    AuditNumber number;
    std::string at;
    std::optional<std::int64_t> actor;
    std::string actor_name;
    std::string action;
    std::string subject;
    std::optional<std::int64_t> person;
    std::optional<std::int64_t> organisation;
    std::string details;
    bool sealed = false;
    std::string previous_hash; // hex
    std::string hash;          // hex
};

// The hash of the row before the first.
std::string first_previous_hash();
// SHA-256 in hex over everything but `hash`, as docs/audit-chain.md writes it down.
std::string hash_of(const StoredAuditRow& row);
// What the sealed details of a row are bound to.
std::string details_context(AuditNumber number);
// Signs number and hash with a key that does not lie in the database.
std::string seal_of(const AuditHead& head, const Keys& keys);

} // namespace phusa::storage
