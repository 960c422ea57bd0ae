#include "storage/imports.hpp"

#include "base/sealing.hpp"
#include "storage/admissions.hpp"
#include "storage/identity_rows.hpp"
#include "storage/membership_shelves.hpp"
#include "storage/organisation_shelf.hpp"
#include "storage/person_shelf.hpp"
#include "storage/sql/versions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <unordered_map>

namespace phusa::storage
{

namespace
{

// One text of a statement for every number of values, so that it stays prepared: what is left over repeats the last.
constexpr std::size_t at_once = 250;

std::string marks()
{
    std::string list = "?";
    for (std::size_t i = 1; i < at_once; ++i)
        list += ",?";
    return "(" + list + ")";
}

std::string rows_of_marks(std::string_view row)
{
    return fmt::format("{}", fmt::join(std::vector<std::string_view>(at_once, row), ", "));
}

template<typename T>
void bind_portion(Query& query, std::span<const T> portion)
{
    for (std::size_t i = 0; i < at_once; ++i)
        query.bind(portion[std::min(i, portion.size() - 1)]);
}

template<typename T, typename F>
void in_portions(std::span<const T> all, F&& work)
{
    for (std::size_t first = 0; first < all.size(); first += at_once)
        work(all.subspan(first, std::min(at_once, all.size() - first)));
}

template<typename Fact>
std::vector<Fact> facts_of_people(Session& session, std::string_view where, std::span<const PersonId> people)
{
    std::vector<Fact> found;
    const auto sql = selection<Fact>() + std::string(where) + marks();
    in_portions(people, [&](std::span<const PersonId> portion) {
        auto query = session.connection().query(sql);
        bind_portion(query, portion);
        each_fact<Fact>(std::move(query), [&](Recorded<Fact>&& row) { found.push_back(std::move(row.fact)); });
    });
    return found;
}

template<typename Fact>
void correct_many(Transaction& transaction, std::span<const Fact> corrected, AuditNumber by)
{
    for (const auto& fact : corrected)
        replace(transaction, fact, by);
    insert_versions(transaction, corrected, by);
}

} // namespace

void ask_by_index(Transaction& transaction)
{
    auto& connection = transaction.connection();
    if (connection.dialect() != Dialect::postgresql)
        return;
    connection.run("SET LOCAL enable_hashjoin TO off");
    connection.run("SET LOCAL enable_mergejoin TO off");
}

void count_anew(Transaction& transaction)
{
    auto& connection = transaction.connection();
    if (connection.dialect() != Dialect::postgresql)
        return;
    // That the tables are large is what it must learn; a tenth of the usual sample tells.
    connection.run("SET LOCAL default_statistics_target TO 10");
    connection.run("ANALYZE person_version, person_identity, admission, membership_event");
    connection.run("SET LOCAL default_statistics_target TO DEFAULT");
}

std::vector<std::optional<PersonId>> people_with_identities(Session& session, std::span<const std::string> hashes)
{
    std::unordered_map<std::string, PersonId> holders;
    static const auto sql = "WITH asked (keyed_hash) AS (VALUES " + rows_of_marks("(CAST(? AS TEXT))") +
                            ") SELECT i.keyed_hash, i.person_id FROM asked CROSS JOIN person_identity i WHERE "
                            "i.keyed_hash = asked.keyed_hash AND i.replaced_in IS NULL";
    in_portions(hashes, [&](std::span<const std::string> portion) {
        auto query = session.connection().query(sql);
        bind_portion(query, portion);
        query.each([&](std::string hash, PersonId person) { holders.emplace(std::move(hash), person); });
    });
    std::vector<std::optional<PersonId>> found;
    for (const auto& hash : hashes) {
        auto holder = holders.find(hash);
        found.push_back(holder == holders.end() ? std::nullopt : std::optional(holder->second));
    }
    return found;
}

std::vector<PersonSeen> people_born_in(Session& session, std::span<const PartialDate> born,
                                       std::span<const OrganisationId> cells)
{
    std::vector<PersonSeen> found;
    // Pair by pair: few are born on a day, and a list of days and one of cells would find many more.
    static const auto sql =
        "WITH asked (born, cell_id) AS (VALUES " + rows_of_marks("(CAST(? AS TEXT), CAST(? AS BIGINT))") +
        ") SELECT v.id, v.name, v.born, v.cell_id FROM asked CROSS JOIN person_version v WHERE v.born = asked.born "
        "AND v.cell_id = asked.cell_id AND v.replaced_in IS NULL AND v.valid_until IS NULL";
    for (std::size_t first = 0; first < born.size(); first += at_once) {
        auto query = session.connection().query(sql);
        for (std::size_t i = 0; i < at_once; ++i) {
            auto at = std::min(first + i, born.size() - 1);
            query.bind(born[at], cells[at]);
        }
        query.each([&](PersonId id, std::string name, PartialDate day, OrganisationId cell) {
            found.push_back({.id = id, .name = std::move(name), .born = day, .cell = cell});
        });
    }
    return found;
}

std::vector<Person> people_now(Session& session, std::span<const PersonId> people)
{
    return facts_of_people<Person>(session, "v.replaced_in IS NULL AND v.valid_until IS NULL AND v.id IN ", people);
}

std::vector<Admission> admissions_of_people(Session& session, std::span<const PersonId> people)
{
    return facts_of_people<Admission>(session, "v.replaced_in IS NULL AND v.person_id IN ", people);
}

std::vector<MembershipEvent> membership_events_of_people(Session& session, std::span<const PersonId> people)
{
    return facts_of_people<MembershipEvent>(session, "v.replaced_in IS NULL AND v.person_id IN ", people);
}

std::vector<Organisation> last_organisations(Session& session)
{
    return facts_where<Organisation>(
        session, "v.replaced_in IS NULL AND NOT EXISTS (SELECT 1 FROM organisation_version w WHERE w.id = v.id AND "
                 "w.replaced_in IS NULL AND w.valid_from > v.valid_from) ORDER BY v.code, v.id");
}

void correct_people(Transaction& transaction, std::span<const Person> corrected, AuditNumber by)
{
    correct_many(transaction, corrected, by);
}

void correct_admissions(Transaction& transaction, std::span<const Admission> corrected, AuditNumber by)
{
    correct_many(transaction, corrected, by);
    renew_admitted(transaction, corrected);
}

void correct_membership_events(Transaction& transaction, std::span<const MembershipEvent> corrected, AuditNumber by)
{
    correct_many(transaction, corrected, by);
}

void set_identities(Transaction& transaction, std::span<const NewPerson> people, AuditNumber by)
{
    for (const auto& one : people)
        transaction.connection()
            .query("UPDATE person_identity SET replaced_in = ? WHERE person_id = ? AND replaced_in IS NULL")
            .bind(by, one.person.id)
            .run();
    insert_identities(transaction, people, by);
}

} // namespace phusa::storage
