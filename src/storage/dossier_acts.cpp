#include "storage/dossier_acts.hpp"

#include "storage/dossier_sealing.hpp"
#include "storage/dossier_shelves.hpp"
#include "storage/dossiers.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

namespace
{

RecordedAct opened_act(Session& session, std::optional<PersonId> person, ActRow row)
{
    if (person)
        unseal(session, row.sealed, *person, row);
    return std::move(static_cast<RecordedAct&>(row));
}

} // namespace

std::vector<RecordedAct> dossier_acts_of(Session& session, DossierId dossier)
{
    auto person = person_of(session, dossier);
    std::vector<RecordedAct> acts;
    for (auto& row :
         facts_where<ActRow>(session, "v.dossier_id = ? AND v.replaced_in IS NULL ORDER BY v.on_day, v.id", dossier))
        acts.push_back(opened_act(session, person, std::move(row)));
    return acts;
}

std::optional<RecordedAct> dossier_act(Session& session, RecordedActId id)
{
    auto row = fact_where<ActRow>(session, "v.id = ? AND v.replaced_in IS NULL", id);
    if (!row)
        return std::nullopt;
    auto person = person_of(session, row->dossier);
    return opened_act(session, person, std::move(*row));
}

std::vector<Recorded<RecordedAct>> dossier_act_history(Session& session, DossierId dossier)
{
    auto person = person_of(session, dossier);
    std::vector<Recorded<RecordedAct>> history;
    for (auto& row : history_where<ActRow>(session, "v.dossier_id = ? ORDER BY v.id, v.version", dossier))
        history.push_back({opened_act(session, person, std::move(row.fact)), row.replaced});
    return history;
}

std::vector<RecordedAct> all_dossier_acts(Session& session)
{
    auto& connection = session.connection();
    std::vector<RecordedAct> acts;
    // Acts are large, and growing would move each of them several times.
    acts.reserve(static_cast<std::size_t>(
        connection.query("SELECT count(*) FROM dossier_act WHERE replaced_in IS NULL").value<std::int64_t>().value()));
    each_fact<RecordedAct>(connection.query(selection<RecordedAct>() + "v.replaced_in IS NULL ORDER BY v.version"),
                           [&](Recorded<RecordedAct>&& row) { acts.push_back(std::move(row.fact)); });
    return acts;
}

std::vector<RecordedAct> listed_dossier_acts_of(Session& session, DossierId dossier)
{
    return facts_where<RecordedAct>(session, "v.dossier_id = ? AND v.replaced_in IS NULL ORDER BY v.version", dossier);
}

std::optional<DossierId> dossier_that_made(Session& session, AdmissionId made)
{
    return session.connection()
        .query("SELECT dossier_id FROM dossier_act WHERE made_id = ? AND made_id <> 0 AND kind = ? AND side IS NULL "
               "AND replaced_in IS NULL")
        .bind(made, ActKind::ceremony)
        .value<DossierId>();
}

std::optional<DossierId> dossier_that_made(Session& session, MembershipEventId made)
{
    return session.connection()
        .query("SELECT dossier_id FROM dossier_act WHERE made_id = ? AND made_id <> 0 AND kind <> ? AND replaced_in IS "
               "NULL")
        .bind(made, ActKind::ceremony)
        .value<DossierId>();
}

RecordedActId allocate_dossier_acts(Transaction& transaction, std::int64_t count)
{
    return RecordedActId(take_numbers(transaction, "dossier_act", count));
}

RecordedActId add_dossier_act(Transaction& transaction, const RecordedAct& act, PersonId person, AuditNumber by)
{
    auto added = act;
    if (!added.id)
        added.id = allocate_dossier_acts(transaction);
    insert_version(transaction, ActRow{added, sealed_of(transaction, added, person)}, by);
    return added.id;
}

void add_dossier_acts(Transaction& transaction, std::span<const ActOfPerson> acts, AuditNumber by)
{
    std::vector<ActRow> rows;
    rows.reserve(acts.size());
    for (const auto& [act, person] : acts)
        rows.push_back({act, sealed_of(transaction, act, person)});
    insert_versions<ActRow>(transaction, rows, by);
}

Result<void> correct_dossier_act(Transaction& transaction, const RecordedAct& corrected, PersonId person,
                                 AuditNumber by)
{
    TRY(correct_version(transaction, ActRow{corrected, sealed_of(transaction, corrected, person)}, by));
    return {};
}

Result<void> withdraw_dossier_act(Transaction& transaction, const RecordedAct& read, AuditNumber by)
{
    TRY(withdraw_version(transaction, ActRow{read, {}}, by));
    return {};
}

void insert_dossier_acts(Transaction& transaction, std::span<const RecordedAct> acts, AuditNumber by)
{
    std::vector<ActRow> rows;
    rows.reserve(acts.size());
    for (const auto& act : acts)
        rows.push_back({act, {}});
    insert_versions<ActRow>(transaction, rows, by);
}

} // namespace phusa::storage
