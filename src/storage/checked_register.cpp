#include "storage/checked_register.hpp"

#include "storage/sql/stream.hpp"

#include <algorithm>

namespace phusa::storage
{

namespace
{

constexpr std::string_view people_sql =
    "SELECT v.id, v.cell_id, v.name, v.born, v.sex, v.ethnicity, v.religion, v.general_education, v.standing, "
    "CASE WHEN v.home <> '' THEN 1 ELSE 0 END, CASE WHEN v.residence <> '' THEN 1 ELSE 0 END, "
    "CASE WHEN v.card_number <> '' THEN 1 ELSE 0 END FROM person_version v "
    "WHERE v.replaced_in IS NULL AND v.valid_until IS NULL";
constexpr std::size_t people_columns = 12;

// The masked form has a sign for each digit: its length says how many there are.
constexpr std::string_view identities_sql =
    "SELECT person_id, keyed_hash, length(shown) FROM person_identity WHERE replaced_in IS NULL";

constexpr std::string_view admissions_sql =
    "SELECT person_id, decided_on, ceremony_on, CASE WHEN decision_number <> '' THEN 1 ELSE 0 END, born, occupation, "
    "general_education FROM admission WHERE replaced_in IS NULL";

constexpr std::string_view events_sql =
    "SELECT person_id, kind, on_day FROM membership_event WHERE replaced_in IS NULL";

void read_people(Session& session, CheckedRegister& found)
{
    stream(session.connection(), people_sql, people_columns, [&](Row& row) {
        auto& one = found.people.emplace_back();
        auto& p = one.checked;
        row.take(one.id, one.cell, one.name, p.born, p.sex, p.ethnicity, p.religion, p.general_education, p.standing,
                 p.has_home, p.has_residence, p.has_card);
    });
    std::ranges::sort(found.people, {}, &CheckedRegister::Row::id);
    stream(session.connection(), identities_sql, 3, [&](Row& row) {
        auto person = row.take<PersonId>();
        auto one = std::ranges::lower_bound(found.people, person, {}, &CheckedRegister::Row::id);
        if (one == found.people.end() || one->id != person)
            return;
        row.take(one->identity);
        one->checked.identity_digits = static_cast<std::size_t>(row.take<std::int64_t>());
    });
}

} // namespace

CheckedRegister checked_register(Session& session)
{
    CheckedRegister found;
    read_people(session, found);
    stream(session.connection(), admissions_sql, 7, [&](Row& row) {
        auto& [person, admission] = found.admissions.emplace_back();
        row.take(person, admission.decided, admission.ceremony, admission.has_number, admission.born,
                 admission.occupation, admission.general_education);
    });
    std::ranges::sort(found.admissions, {},
                      [](const auto& each) { return std::pair(each.first, each.second.counted_on()); });
    stream(session.connection(), events_sql, 3, [&](Row& row) {
        auto& [person, event] = found.events.emplace_back();
        row.take(person, event.kind, event.on);
    });
    std::ranges::stable_sort(found.events, {}, [](const auto& each) { return std::pair(each.first, each.second.on); });
    return found;
}

} // namespace phusa::storage
