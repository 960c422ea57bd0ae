#include "storage/audit_chain.hpp"

#include "base/sealing.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

// Length in bytes, colon, the bytes, comma; absent: a minus and a comma. No two rows look alike this way.
void append_field(std::string& text, std::string_view field)
{
    fmt::format_to(std::back_inserter(text), "{}:{},", field.size(), field);
}

void append_field(std::string& text, const std::optional<std::int64_t>& field)
{
    if (field)
        append_field(text, std::to_string(*field));
    else
        text += "-,";
}

} // namespace

std::string first_previous_hash() { return std::string(64, '0'); }

std::string hash_of(const StoredAuditRow& row)
{
    std::string text;
    append_field(text, "phusa-audit-1");
    append_field(text, std::to_string(row.number.value));
    append_field(text, row.at);
    append_field(text, row.actor);
    append_field(text, row.actor_name);
    append_field(text, row.action);
    append_field(text, row.subject);
    append_field(text, row.person);
    append_field(text, row.organisation);
    append_field(text, row.sealed ? "1" : "0");
    append_field(text, row.details);
    append_field(text, row.previous_hash);
    return to_hex(sha256(text));
}

std::string details_context(AuditNumber number) { return fmt::format("audit_row:{}", number.value); }

std::string seal_of(const AuditHead& head, const Keys& keys)
{
    return to_hex(keyed_hash(fmt::format("{}:{}", head.number.value, head.hash), keys.audit_head));
}

} // namespace phusa::storage
