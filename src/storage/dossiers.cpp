#include "storage/dossiers.hpp"

#include "storage/dossier_sealing.hpp"
#include "storage/dossier_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

namespace
{

DossierRow row_of(const Dossier& dossier)
{
    DossierRow row{.id = dossier.id,
                   .version = dossier.version,
                   .person = dossier.person,
                   .cell = dossier.cell,
                   .opened = dossier.opened,
                   .is_citizen = dossier.is_citizen,
                   .area = dossier.area,
                   .village_elder = dossier.village_elder,
                   .youth_union_member = dossier.youth_union_member,
                   .youth_union_available = dossier.youth_union_available};
    if (const auto& again = dossier.readmission) {
        row.left = again->left;
        row.cause = again->cause;
        row.expunged = again->expunged;
        row.times = again->times;
    }
    if (dossier.closed) {
        row.closed = dossier.closed->on;
        row.closing_cause = dossier.closed->cause;
    }
    return row;
}

Dossier dossier_in(const DossierRow& row)
{
    Dossier dossier{.id = row.id,
                    .version = row.version,
                    .person = row.person,
                    .cell = row.cell,
                    .opened = row.opened,
                    .is_citizen = row.is_citizen,
                    .area = row.area,
                    .village_elder = row.village_elder,
                    .youth_union_member = row.youth_union_member,
                    .youth_union_available = row.youth_union_available,
                    .recorded = row.recorded};
    if (row.left)
        dossier.readmission =
            Readmission{.left = *row.left, .cause = *row.cause, .expunged = row.expunged, .times = row.times};
    if (row.closed)
        dossier.closed = Closing{.on = *row.closed, .cause = *row.closing_cause, .note = {}};
    return dossier;
}

Dossier opened_dossier(Session& session, const DossierRow& row)
{
    auto dossier = dossier_in(row);
    unseal(session, row.sealed, dossier);
    return dossier;
}

} // namespace

std::optional<Dossier> dossier(Session& session, DossierId id)
{
    auto row = fact_where<DossierRow>(session, "v.id = ? AND v.replaced_in IS NULL", id);
    return row ? std::optional(opened_dossier(session, *row)) : std::nullopt;
}

std::optional<PersonId> person_of(Session& session, DossierId id)
{
    std::optional<PersonId> person;
    session.connection()
        .query("SELECT person_id FROM dossier WHERE id = ? AND replaced_in IS NULL")
        .bind(id)
        .each([&](PersonId found) { person = found; });
    return person;
}

std::vector<Dossier> dossiers_of(Session& session, PersonId person)
{
    std::vector<Dossier> found;
    for (const auto& row : facts_where<DossierRow>(
             session, "v.person_id = ? AND v.replaced_in IS NULL ORDER BY v.opened_on, v.id", person))
        found.push_back(opened_dossier(session, row));
    return found;
}

std::vector<Dossier> all_dossiers(Session& session)
{
    std::vector<Dossier> found;
    for (const auto& row : facts_where<DossierRow>(session, "v.replaced_in IS NULL ORDER BY v.id"))
        found.push_back(dossier_in(row));
    return found;
}

std::vector<Dossier> listed_dossiers_of(Session& session, PersonId person)
{
    std::vector<Dossier> found;
    for (const auto& row :
         facts_where<DossierRow>(session, "v.person_id = ? AND v.replaced_in IS NULL ORDER BY v.id", person))
        found.push_back(dossier_in(row));
    return found;
}

std::vector<Dossier> dossiers_after(Session& session, DossierId last, std::size_t count)
{
    std::vector<Dossier> found;
    for (const auto& row : facts_where<DossierRow>(session, "v.id > ? AND v.replaced_in IS NULL ORDER BY v.id LIMIT ?",
                                                   last, static_cast<std::int64_t>(count)))
        found.push_back(opened_dossier(session, row));
    return found;
}

std::vector<Recorded<Dossier>> dossier_history(Session& session, DossierId id)
{
    std::vector<Recorded<Dossier>> found;
    for (const auto& row : history_where<DossierRow>(session, "v.id = ? ORDER BY v.version", id))
        found.push_back({opened_dossier(session, row.fact), row.replaced});
    return found;
}

DossierId allocate_dossiers(Transaction& transaction, std::int64_t count)
{
    return DossierId(take_numbers(transaction, "dossier", count));
}

DossierId add_dossier(Transaction& transaction, const Dossier& dossier, AuditNumber by)
{
    auto added = dossier;
    if (!added.id)
        added.id = allocate_dossiers(transaction);
    auto row = row_of(added);
    row.sealed = sealed_of(transaction, added);
    insert_version(transaction, row, by);
    return added.id;
}

Result<void> correct_dossier(Transaction& transaction, const Dossier& corrected, AuditNumber by)
{
    auto row = row_of(corrected);
    row.sealed = sealed_of(transaction, corrected);
    TRY(correct_version(transaction, row, by));
    return {};
}

void add_dossiers(Transaction& transaction, std::span<const Dossier> dossiers, AuditNumber by)
{
    std::vector<DossierRow> rows;
    rows.reserve(dossiers.size());
    for (const auto& dossier : dossiers) {
        rows.push_back(row_of(dossier));
        rows.back().sealed = sealed_of(transaction, dossier);
    }
    insert_versions<DossierRow>(transaction, rows, by);
}

void insert_dossiers(Transaction& transaction, std::span<const Dossier> dossiers, AuditNumber by)
{
    std::vector<DossierRow> rows;
    rows.reserve(dossiers.size());
    for (const auto& dossier : dossiers)
        rows.push_back(row_of(dossier));
    insert_versions<DossierRow>(transaction, rows, by);
}

} // namespace phusa::storage
