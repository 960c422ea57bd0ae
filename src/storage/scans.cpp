#include "storage/scans.hpp"

#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

#include <string>

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection =
    "SELECT id, series_id, number, dossier_id, act_id, code, type, bytes, pages, sha256, file, paper, batch_id, "
    "filed_at, filed_by, recorded_in, trashed_at, purged_in FROM scan WHERE ";
constexpr std::size_t columns = 18;

template<typename... Values>
std::vector<Scan> scans_where(Session& session, std::string_view condition, const Values&... values)
{
    std::vector<Scan> all;
    auto query = session.connection().query(std::string(selection) + std::string(condition) + " ORDER BY id");
    query.bind(values...);
    query.each_row(columns, [&](Row& row) {
        Scan scan;
        row.take(scan.id, scan.series, scan.number, scan.dossier, scan.act, scan.code, scan.type, scan.bytes,
                 scan.pages, scan.sha256, scan.file, scan.paper, scan.batch, scan.filed_at, scan.filed_by,
                 scan.recorded, scan.trashed_at, scan.purged);
        all.push_back(std::move(scan));
    });
    return all;
}

} // namespace

ScanId allocate_scan(Transaction& transaction) { return ScanId(take_numbers(transaction, "scan")); }

void add_scan(Transaction& transaction, const Scan& scan)
{
    transaction.connection()
        .query("INSERT INTO scan (id, series_id, number, dossier_id, act_id, code, type, bytes, pages, sha256, file, "
               "paper, batch_id, filed_at, filed_by, recorded_in) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(scan.id, scan.series, scan.number, scan.dossier, scan.act, scan.code, scan.type, scan.bytes, scan.pages,
              scan.sha256, scan.file, scan.paper, scan.batch, scan.filed_at, scan.filed_by, scan.recorded)
        .run();
}

void trash_scan(Transaction& transaction, ScanId id, Clock::Time at)
{
    transaction.connection().query("UPDATE scan SET trashed_at = ? WHERE id = ?").bind(at, id).run();
}

void restore_scan(Transaction& transaction, ScanId id)
{
    transaction.connection().query("UPDATE scan SET trashed_at = NULL WHERE id = ?").bind(id).run();
}

void purge_scan(Transaction& transaction, ScanId id, AuditNumber by)
{
    transaction.connection().query("UPDATE scan SET purged_in = ? WHERE id = ?").bind(by, id).run();
}

std::optional<Scan> scan(Session& session, ScanId id)
{
    auto found = scans_where(session, "id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Scan> scans_of(Session& session, DossierId dossier)
{
    return scans_where(session, "dossier_id = ?", dossier);
}

std::vector<Scan> scans_of_batch(Session& session, ScanBatchId batch)
{
    return scans_where(session, "batch_id = ?", batch);
}

std::vector<Scan> scans_in_trash_since_before(Session& session, Clock::Time day)
{
    return scans_where(session, "purged_in IS NULL AND trashed_at < ?", day);
}

std::vector<Scan> scans_with_files(Session& session) { return scans_where(session, "purged_in IS NULL"); }

} // namespace phusa::storage
