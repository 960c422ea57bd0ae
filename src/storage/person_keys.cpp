#include "storage/person_keys.hpp"

#include "base/sealing.hpp"
#include "storage/audit.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

struct Found {
    bool row = false;                  // a key was made once
    std::optional<SecretKey> key = {}; // and it is still there
};

std::string context_of(PersonId person) { return fmt::format("person_key:{}", person.value); }

Found find_key(Session& session, PersonId person)
{
    Found found;
    session.connection()
        .query("SELECT sealed_key FROM person_key WHERE person_id = ?")
        .bind(person)
        .each([&](std::optional<std::string> sealed) {
            found.row = true;
            auto bytes = sealed ? from_hex(*sealed) : std::nullopt;
            auto plain = bytes ? open_sealed(*bytes, session.keys().person_keys, context_of(person)) : std::nullopt;
            if (plain)
                found.key = SecretKey::from_bytes(*plain);
        });
    return found;
}

} // namespace

std::string seal_for_person(Transaction& transaction, PersonId person, std::string_view plain, std::string_view context)
{
    auto found = find_key(transaction, person);
    if (found.key)
        return seal(plain, *found.key, context);
    auto key = SecretKey::random();
    if (!found.row)
        transaction.connection()
            .query("INSERT INTO person_key (person_id, sealed_key) VALUES (?, ?)")
            .bind(person, to_hex(seal(key.bytes(), transaction.keys().person_keys, context_of(person))))
            .run();
    return seal(plain, key, context);
}

std::optional<std::string> open_for_person(Session& session, PersonId person, std::string_view sealed,
                                           std::string_view context)
{
    auto found = find_key(session, person);
    return found.key ? open_sealed(sealed, *found.key, context) : std::nullopt;
}

void destroy_person_key(Transaction& transaction, PersonId person)
{
    auto& connection = transaction.connection();
    connection.query("DELETE FROM person_key WHERE person_id = ?").bind(person).run();
    connection.query("INSERT INTO person_key (person_id, sealed_key) VALUES (?, NULL)").bind(person).run();
}

} // namespace phusa::storage
