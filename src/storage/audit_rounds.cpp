#include "storage/audit_rounds.hpp"

#include "storage/audit_note_sealing.hpp"
#include "storage/audit_round_shelves.hpp"
#include "storage/sql/versions.hpp"

namespace phusa::storage
{

namespace
{

std::vector<AuditSample> without_notes(std::vector<AuditSample> samples)
{
    for (auto& sample : samples)
        sample.note.clear();
    return samples;
}

} // namespace

std::vector<AuditRound> audit_rounds(Session& session)
{
    return facts_where<AuditRound>(session, "v.replaced_in IS NULL ORDER BY v.drawn_on DESC, v.id DESC");
}

std::optional<AuditRound> audit_round(Session& session, AuditRoundId id)
{
    return fact_where<AuditRound>(session, "v.id = ? AND v.replaced_in IS NULL", id);
}

AuditRoundId add_audit_round(Transaction& transaction, const AuditRound& round, AuditNumber by)
{
    auto added = round;
    added.id = AuditRoundId(take_numbers(transaction, "audit_round"));
    insert_version(transaction, added, by);
    return added.id;
}

Result<void> correct_audit_round(Transaction& transaction, const AuditRound& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, corrected, by));
    return {};
}

std::vector<AuditLot> audit_lots(Session& session, AuditRoundId round)
{
    std::vector<AuditLot> lots;
    session.connection()
        .query("SELECT dossier_id, cell_id, unit_id, tickets, marks FROM audit_lot WHERE round_id = ? "
               "ORDER BY dossier_id")
        .bind(round)
        .each([&](DossierId dossier, OrganisationId cell, OrganisationId unit, int tickets, std::string marks) {
            lots.push_back(
                {.dossier = dossier, .cell = cell, .unit = unit, .tickets = tickets, .marks = std::move(marks)});
        });
    return lots;
}

void add_audit_lots(Transaction& transaction, AuditRoundId round, std::span<const AuditLot> lots, AuditNumber by)
{
    Bulk bulk(transaction.connection(), "audit_lot",
              {"round_id", "dossier_id", "cell_id", "unit_id", "tickets", "marks", "recorded_in"});
    for (const auto& lot : lots)
        bulk.row(round, lot.dossier, lot.cell, lot.unit, lot.tickets, lot.marks, by);
    bulk.finish();
}

std::vector<AuditSample> audit_samples_of(Session& session, AuditRoundId round)
{
    return without_notes(
        facts_where<AuditSample>(session, "v.round_id = ? AND v.replaced_in IS NULL ORDER BY v.id", round));
}

std::vector<AuditSample> open_audit_samples(Session& session)
{
    return without_notes(facts_where<AuditSample>(
        session, "v.replaced_in IS NULL AND EXISTS (SELECT 1 FROM audit_round r WHERE r.id = v.round_id AND "
                 "r.replaced_in IS NULL AND r.closed_on IS NULL) ORDER BY v.id"));
}

std::optional<AuditSample> audit_sample(Session& session, AuditSampleId id)
{
    auto found = fact_where<AuditSample>(session, "v.id = ? AND v.replaced_in IS NULL", id);
    return found ? std::optional(opened_sample(session, *std::move(found))) : std::nullopt;
}

std::vector<Recorded<AuditSample>> audit_sample_history(Session& session, AuditSampleId id)
{
    auto history = history_where<AuditSample>(session, "v.id = ? ORDER BY v.version", id);
    for (auto& each : history)
        each.fact = opened_sample(session, std::move(each.fact));
    return history;
}

AuditSampleId add_audit_sample(Transaction& transaction, const AuditSample& sample, AuditNumber by)
{
    auto added = sample;
    added.id = AuditSampleId(take_numbers(transaction, "audit_sample"));
    insert_version(transaction, sealed_sample(transaction, added), by);
    return added.id;
}

Result<void> correct_audit_sample(Transaction& transaction, const AuditSample& corrected, AuditNumber by)
{
    TRY(correct_version(transaction, sealed_sample(transaction, corrected), by));
    return {};
}

} // namespace phusa::storage
