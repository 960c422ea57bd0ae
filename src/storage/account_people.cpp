#include "storage/account_people.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

std::optional<PersonId> person_of_account(Session& session, AccountId id)
{
    std::optional<PersonId> person;
    session.connection()
        .query("SELECT person_id FROM account WHERE id = ?")
        .bind(id)
        .each([&](std::optional<PersonId> found) { person = found; });
    return person;
}

std::vector<std::pair<AccountId, PersonId>> people_of_accounts(Session& session)
{
    std::vector<std::pair<AccountId, PersonId>> all;
    session.connection()
        .query("SELECT id, person_id FROM account WHERE person_id IS NOT NULL ORDER BY id")
        .each([&](AccountId account, PersonId person) { all.emplace_back(account, person); });
    return all;
}

void set_person_of_account(Transaction& transaction, AccountId id, std::optional<PersonId> person)
{
    transaction.connection().query("UPDATE account SET person_id = ? WHERE id = ?").bind(person, id).run();
}

} // namespace phusa::storage
