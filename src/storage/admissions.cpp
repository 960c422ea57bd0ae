#include "storage/admissions.hpp"

#include "storage/membership_shelves.hpp"
#include "storage/sql/stream.hpp"
#include "storage/sql/versions.hpp"

#include <algorithm>
#include <map>

namespace phusa::storage
{

namespace
{

// person_admitted follows from the admissions that stand.
void renew_admitted(Transaction& transaction, PersonId person)
{
    auto& connection = transaction.connection();
    connection.query("DELETE FROM person_admitted WHERE person_id = ?").bind(person).run();
    connection
        .query("INSERT INTO person_admitted (person_id, counted_on) SELECT person_id, max(counted_on) FROM admission "
               "WHERE person_id = ? AND replaced_in IS NULL GROUP BY person_id")
        .bind(person)
        .run();
}

PersonId last_admitted(Session& session)
{
    return session.connection()
        .query("SELECT coalesce(max(person_id), 0) FROM person_admitted")
        .value<PersonId>()
        .value_or(PersonId());
}

// Of the people behind `last`, who have no row yet.
void insert_admitted(Transaction& transaction, std::span<const Admission> admissions, PersonId last)
{
    std::map<PersonId, Date> days;
    for (const auto& admission : admissions)
        if (admission.person > last) {
            auto [place, is_new] = days.emplace(admission.person, admission.counted_on());
            place->second = std::max(place->second, admission.counted_on());
        }
    Bulk bulk(transaction.connection(), "person_admitted", {"person_id", "counted_on"});
    for (const auto& [person, day] : days)
        bulk.row(person, day);
    bulk.finish();
}

} // namespace

std::vector<Admission> admissions_of(Session& session, PersonId person)
{
    return facts_where<Admission>(session, "v.person_id = ? AND v.replaced_in IS NULL ORDER BY v.counted_on, v.id",
                                  person);
}

std::optional<Admission> admission(Session& session, AdmissionId id)
{
    return fact_where<Admission>(session, "v.id = ? AND v.replaced_in IS NULL", id);
}

std::vector<Recorded<Admission>> admission_history(Session& session, AdmissionId id)
{
    return history_of<Admission>(session, id);
}

std::vector<Recorded<Admission>> admission_history(Session& session, PersonId person)
{
    return history_where<Admission>(session, "v.person_id = ? ORDER BY v.id, v.version", person);
}

AdmissionId allocate_admissions(Transaction& transaction, std::int64_t count)
{
    return AdmissionId(take_numbers(transaction, "admission", count));
}

AdmissionId add_admission(Transaction& transaction, const Admission& admission, AuditNumber by)
{
    auto added = admission;
    if (!added.id)
        added.id = allocate_admissions(transaction);
    insert_version(transaction, added, by);
    renew_admitted(transaction, added.person);
    return added.id;
}

Result<void> correct_admission(Transaction& transaction, const Admission& corrected, AuditNumber by)
{
    auto before = TRY(correct_version(transaction, corrected, by));
    renew_admitted(transaction, corrected.person);
    if (before.person != corrected.person) {
        take_numbers(transaction, Shelf<Admission>::version_noun); // as in withdraw_person
        renew_admitted(transaction, before.person);
    }
    return {};
}

Result<void> withdraw_admission(Transaction& transaction, const Admission& read, AuditNumber by)
{
    auto before = TRY(withdraw_version(transaction, read, by));
    take_numbers(transaction, Shelf<Admission>::version_noun); // as in withdraw_person
    renew_admitted(transaction, before.person);
    return {};
}

void renew_admitted(Transaction& transaction, std::span<const Admission> admissions)
{
    for (const auto& admission : admissions)
        renew_admitted(transaction, admission.person);
}

void insert_admissions(Transaction& transaction, std::span<const Admission> admissions, AuditNumber by)
{
    if (admissions.empty())
        return;
    auto first = insert_versions(transaction, admissions, by);
    // Nobody behind the last one has a row: new people, as nearly all of an import, need not be asked about.
    auto last = last_admitted(transaction);
    insert_admitted(transaction, admissions, last);
    bool is_known = std::ranges::any_of(admissions, [&](const auto& each) { return each.person <= last; });
    if (!is_known)
        return;
    transaction.connection()
        .query("INSERT INTO person_admitted (person_id, counted_on) SELECT person_id, max(counted_on) FROM admission "
               "WHERE version BETWEEN ? AND ? AND person_id <= ? GROUP BY person_id "
               "ON CONFLICT (person_id) DO UPDATE SET counted_on = "
               "CASE WHEN excluded.counted_on > person_admitted.counted_on THEN excluded.counted_on "
               "ELSE person_admitted.counted_on END")
        .bind(first, first + static_cast<std::int64_t>(admissions.size()) - 1, last)
        .run();
}

} // namespace phusa::storage
