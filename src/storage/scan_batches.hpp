#pragma once

#include "domain/scan_batch.hpp"
#include "storage/database.hpp"

#include <optional>
#include <vector>

namespace phusa::storage
{

// A new number is given.
ScanBatchId add_scan_batch(Transaction& transaction, const ScanBatch& batch);
std::optional<ScanBatch> scan_batch(Session& session, ScanBatchId id);

WaitingPageId add_waiting_page(Transaction& transaction, const WaitingPage& page);
void delete_waiting_page(Transaction& transaction, WaitingPageId id);
std::optional<WaitingPage> waiting_page(Session& session, WaitingPageId id);
// In the order in which they were scanned.
std::vector<WaitingPage> waiting_pages_of(Session& session, std::optional<AccountId> account);
std::vector<WaitingPage> waiting_pages(Session& session);

} // namespace phusa::storage
