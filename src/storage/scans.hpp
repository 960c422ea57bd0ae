#pragma once

#include "domain/scan.hpp"
#include "storage/database.hpp"

#include <optional>
#include <vector>

namespace phusa::storage
{

ScanId allocate_scan(Transaction& transaction);
// With its id; `scan.number` must be the next one of the series.
void add_scan(Transaction& transaction, const Scan& scan);
void trash_scan(Transaction& transaction, ScanId id, Clock::Time at);
void restore_scan(Transaction& transaction, ScanId id);
// The row stays and says by which audit row its file went.
void purge_scan(Transaction& transaction, ScanId id, AuditNumber by);

std::optional<Scan> scan(Session& session, ScanId id);
// All of a dossier, also in the trash and purged, in the order in which they were filed.
std::vector<Scan> scans_of(Session& session, DossierId dossier);
std::vector<Scan> scans_of_batch(Session& session, ScanBatchId batch);
std::vector<Scan> scans_in_trash_since_before(Session& session, Clock::Time day);
// Every file that should be there.
std::vector<Scan> scans_with_files(Session& session);

} // namespace phusa::storage
