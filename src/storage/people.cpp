#include "storage/people.hpp"

#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/identities.hpp"
#include "storage/identity_rows.hpp"
#include "storage/person_shelf.hpp"
#include "storage/sql/versions.hpp"

#include <algorithm>

namespace phusa::storage
{

namespace
{

constexpr std::string_view now = "v.id = ? AND v.replaced_in IS NULL AND v.valid_until IS NULL";

} // namespace

std::optional<Person> person(Session& session, PersonId id) { return fact_where<Person>(session, now, id); }

std::optional<Person> person_on(Session& session, PersonId id, Date day, AsRecorded as_recorded)
{
    if (!as_recorded)
        return fact_where<Person>(session,
                                  "v.id = ? AND v.replaced_in IS NULL AND v.valid_from <= ? AND "
                                  "(v.valid_until IS NULL OR v.valid_until > ?)",
                                  id, day, day);
    return fact_where<Person>(session,
                              "v.id = ? AND v.recorded_in <= ? AND (v.replaced_in IS NULL OR v.replaced_in > ?) AND "
                              "v.valid_from <= ? AND (v.valid_until IS NULL OR v.valid_until > ?)",
                              id, *as_recorded, *as_recorded, day, day);
}

std::vector<Person> people_of_cell(Session& session, OrganisationId cell, Date day)
{
    auto people = facts_where<Person>(
        session, "v.cell_id = ? AND v.replaced_in IS NULL AND v.valid_until IS NULL AND v.valid_from <= ?", cell, day);
    auto left = facts_where<Person>(session,
                                    "v.cell_id = ? AND v.replaced_in IS NULL AND v.valid_until IS NOT NULL AND "
                                    "v.valid_until > ? AND v.valid_from <= ?",
                                    cell, day, day);
    people.insert(people.end(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
    std::ranges::sort(people, {}, [](const Person& person) { return std::pair(name_order(person), person.id); });
    return people;
}

std::vector<Recorded<Person>> person_history(Session& session, PersonId id)
{
    auto all = history_of<Person>(session, id);
    std::ranges::stable_sort(all, {}, [](const auto& row) { return row.fact.valid.first; });
    return all;
}

std::vector<PersonId> people_named(Session& session, std::string_view name, PartialDate born)
{
    std::vector<PersonId> found;
    session.connection()
        .query("SELECT id FROM person_version WHERE name_sort = ? AND born = ? AND replaced_in IS NULL AND "
               "valid_until IS NULL ORDER BY id")
        .bind(to_hex(name_sort_key(name)), born)
        .each([&](PersonId id) { found.push_back(id); });
    return found;
}

PersonId allocate_people(Transaction& transaction, std::int64_t count)
{
    return PersonId(take_numbers(transaction, "person", count));
}

PersonId add_person(Transaction& transaction, const Person& person, AuditNumber by)
{
    auto added = person;
    if (!added.id)
        added.id = allocate_people(transaction);
    insert_version(transaction, added, by);
    return added.id;
}

Result<void> correct_person(Transaction& transaction, const Person& corrected, AuditNumber by)
{
    TRY_DO(correct_version(transaction, corrected, by));
    return {};
}

Result<void> change_person(Transaction& transaction, const Person& changed, Date day, AuditNumber by)
{
    TRY_DO(change_version(transaction, changed, day, by));
    return {};
}

Result<void> withdraw_person(Transaction& transaction, PersonId id, AuditNumber by)
{
    if (withdraw_all<Person>(transaction, id, by) == 0)
        return std::unexpected(changed_meanwhile());
    // Numbers that no row has: who keeps what was read of people sees that rows do not tell everything.
    take_numbers(transaction, Shelf<Person>::version_noun);
    return set_identity(transaction, id, {}, by);
}

void insert_people(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by)
{
    if (people.empty())
        return;
    auto version = take_numbers(transaction, Shelf<Person>::version_noun, static_cast<std::int64_t>(people.size()));
    Bulk bulk(transaction.connection(), Shelf<Person>::table, written_columns<Person>());
    for (const auto& one : people)
        if (one.keys)
            put_version(bulk, one.person, *one.keys, version++, by);
        else
            put_version(bulk, one.person, version++, by);
    bulk.finish();
    insert_identities(transaction, people, by);
}

std::vector<CellCount> count_people_by_cell(Session& session)
{
    std::vector<CellCount> counts;
    session.connection()
        .query("SELECT cell_id, standing, count(*) FROM person_version WHERE replaced_in IS NULL AND "
               "valid_until IS NULL GROUP BY cell_id, standing ORDER BY cell_id, standing")
        .each([&](OrganisationId cell, Standing standing, std::int64_t count) {
            counts.push_back({.cell = cell, .standing = standing, .people = count});
        });
    return counts;
}

} // namespace phusa::storage
