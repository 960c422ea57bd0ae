#include "storage/scan_batches.hpp"

#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

#include <string>

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection =
    "SELECT id, batch_id, account_id, place, reason, ink, paper, page, pages, bytes, sha256, file FROM waiting_page "
    "WHERE ";
constexpr std::size_t columns = 12;

template<typename... Values>
std::vector<WaitingPage> pages_where(Session& session, std::string_view condition, const Values&... values)
{
    std::vector<WaitingPage> all;
    auto query = session.connection().query(std::string(selection) + std::string(condition) + " ORDER BY id");
    query.bind(values...);
    query.each_row(columns, [&](Row& row) {
        WaitingPage page;
        row.take(page.id, page.batch, page.account, page.place, page.why, page.ink, page.paper, page.page, page.pages,
                 page.bytes, page.sha256, page.file);
        all.push_back(std::move(page));
    });
    return all;
}

} // namespace

ScanBatchId add_scan_batch(Transaction& transaction, const ScanBatch& batch)
{
    ScanBatchId id(take_numbers(transaction, "scan_batch"));
    transaction.connection()
        .query("INSERT INTO scan_batch (id, account_id, pages, filed_at, recorded_in) VALUES (?, ?, ?, ?, ?)")
        .bind(id, batch.account, batch.pages, batch.filed_at, batch.recorded)
        .run();
    return id;
}

std::optional<ScanBatch> scan_batch(Session& session, ScanBatchId id)
{
    std::optional<ScanBatch> found;
    session.connection()
        .query("SELECT id, account_id, pages, filed_at, recorded_in FROM scan_batch WHERE id = ?")
        .bind(id)
        .each([&](ScanBatchId number, std::optional<AccountId> account, int pages, Clock::Time at, AuditNumber by) {
            found = {.id = number, .account = account, .pages = pages, .filed_at = at, .recorded = by};
        });
    return found;
}

WaitingPageId add_waiting_page(Transaction& transaction, const WaitingPage& page)
{
    WaitingPageId id(take_numbers(transaction, "waiting_page"));
    transaction.connection()
        .query("INSERT INTO waiting_page (id, batch_id, account_id, place, reason, ink, paper, page, pages, bytes, "
               "sha256, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(id, page.batch, page.account, page.place, page.why, page.ink, page.paper, page.page, page.pages,
              page.bytes, page.sha256, page.file)
        .run();
    return id;
}

void delete_waiting_page(Transaction& transaction, WaitingPageId id)
{
    transaction.connection().query("DELETE FROM waiting_page WHERE id = ?").bind(id).run();
}

std::optional<WaitingPage> waiting_page(Session& session, WaitingPageId id)
{
    auto found = pages_where(session, "id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<WaitingPage> waiting_pages_of(Session& session, std::optional<AccountId> account)
{
    return account ? pages_where(session, "account_id = ?", *account) : pages_where(session, "account_id IS NULL");
}

std::vector<WaitingPage> waiting_pages(Session& session) { return pages_where(session, "id > 0"); }

} // namespace phusa::storage
