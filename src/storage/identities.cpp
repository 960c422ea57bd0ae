#include "storage/identities.hpp"

#include "base/sealing.hpp"
#include "storage/identity_rows.hpp"
#include "storage/sql/bulk.hpp"
#include "storage/sql/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::storage
{

namespace
{

// A sealed number moved to another person does not open.
std::string context_of(PersonId person) { return fmt::format("person_identity:{}", person.value); }

} // namespace

std::string identity_hash(std::string_view digits, const Keys& keys)
{
    return to_hex(keyed_hash(digits, keys.identity_hash));
}

void insert_identities(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by)
{
    auto count = std::ranges::count_if(people, [](const NewPerson& one) { return !one.identity.empty(); });
    if (count == 0)
        return;
    auto version = take_numbers(transaction, "person_identity", count);
    Bulk bulk(transaction.connection(), "person_identity",
              {"version", "person_id", "sealed", "keyed_hash", "shown", "recorded_in"});
    for (const auto& [person, identity, keys] : people)
        if (!identity.empty())
            bulk.row(version++, person.id,
                     to_hex(seal(identity, transaction.keys().identity_sealing, context_of(person.id))),
                     keys ? keys->identity_hash : identity_hash(identity, transaction.keys()),
                     masked_identity(identity), by);
    bulk.finish();
}

Result<void> set_identity(Transaction& transaction, PersonId person, std::string_view digits, AuditNumber by)
{
    auto& connection = transaction.connection();
    if (!digits.empty()) {
        auto holder = person_with_identity(transaction, digits);
        if (holder == person)
            return {};
        if (holder)
            return std::unexpected(
                Problem{.kind = Problem::Kind::conflict,
                        .message = "Số định danh này đã có ở một người khác: kiểm tra lại số hoặc tìm hồ sơ đã có.",
                        .fields = {{.name = "identity", .message = "Số này đã có ở một người khác."}}});
    }
    connection.query("UPDATE person_identity SET replaced_in = ? WHERE person_id = ? AND replaced_in IS NULL")
        .bind(by, person)
        .run();
    if (digits.empty())
        return {};
    NewPerson row;
    row.person.id = person;
    row.identity = digits;
    insert_identities(transaction, std::span(&row, 1), by);
    return {};
}

std::optional<std::string> read_identity(Session& session, PersonId person)
{
    auto sealed = session.connection()
                      .query("SELECT sealed FROM person_identity WHERE person_id = ? AND replaced_in IS NULL")
                      .bind(person)
                      .value<std::string>();
    auto bytes = sealed ? from_hex(*sealed) : std::nullopt;
    return bytes ? open_sealed(*bytes, session.keys().identity_sealing, context_of(person)) : std::nullopt;
}

std::optional<PersonId> person_with_identity(Session& session, std::string_view digits)
{
    return session.connection()
        .query("SELECT person_id FROM person_identity WHERE keyed_hash = ? AND replaced_in IS NULL")
        .bind(identity_hash(digits, session.keys()))
        .value<PersonId>();
}

} // namespace phusa::storage
