#include "storage/scan_batches.hpp"
#include "storage/scans.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

namespace
{

class ScansTest : public StorageTest
{
protected:
    Scan put(DossierId dossier, std::string file)
    {
        Scan scan{.dossier = dossier, .act = RecordedActId(3), .code = "6-KNĐ", .bytes = 10, .pages = 2};
        scan.sha256 = std::string(64, 'a');
        scan.file = std::move(file);
        scan.filed_at = test_time();
        write([&](Transaction& transaction, AuditNumber by) {
            scan.id = allocate_scan(transaction);
            scan.series = scan.id;
            scan.recorded = by;
            add_scan(transaction, scan);
        });
        return scan;
    }
};

} // namespace

TEST_P(ScansTest, AreReadAsTheyWereFiled)
{
    auto kept = put(DossierId(7), "one");
    put(DossierId(8), "two");
    auto session = database().read();
    auto found = scans_of(session, DossierId(7));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().id, kept.id);
    EXPECT_EQ(found.front().code, "6-KNĐ");
    EXPECT_EQ(found.front().pages, 2);
    EXPECT_EQ(found.front().filed_at, test_time());
    EXPECT_TRUE(found.front().counts());
    EXPECT_EQ(scans_with_files(session).size(), 2U);
    EXPECT_EQ(scan(session, ScanId(99)), std::nullopt);
}

TEST_P(ScansTest, GoIntoTheTrashAndForGood)
{
    auto scanned = put(DossierId(7), "one");
    write([&](Transaction& transaction, AuditNumber) { trash_scan(transaction, scanned.id, test_time()); });
    {
        auto session = database().read();
        EXPECT_TRUE(scan(session, scanned.id)->is_in_trash());
        EXPECT_TRUE(scans_in_trash_since_before(session, test_time()).empty());
        EXPECT_EQ(scans_in_trash_since_before(session, test_time() + std::chrono::hours(1)).size(), 1U);
    }
    write([&](Transaction& transaction, AuditNumber by) { purge_scan(transaction, scanned.id, by); });
    auto session = database().read();
    EXPECT_TRUE(scan(session, scanned.id)->purged);
    EXPECT_TRUE(scans_with_files(session).empty());
    EXPECT_TRUE(scans_in_trash_since_before(session, test_time() + std::chrono::hours(1)).empty());
}

TEST_P(ScansTest, PagesWaitForWhoSentThem)
{
    WaitingPage page{.account = AccountId(4), .place = 2, .why = WhyWaiting::foreign, .bytes = 5, .file = "three"};
    page.sha256 = std::string(64, 'b');
    write([&](Transaction& transaction, AuditNumber by) {
        page.batch =
            add_scan_batch(transaction, {.account = AccountId(4), .pages = 3, .filed_at = test_time(), .recorded = by});
        page.id = add_waiting_page(transaction, page);
    });
    {
        auto session = database().read();
        EXPECT_EQ(scan_batch(session, page.batch)->pages, 3);
        ASSERT_EQ(waiting_pages_of(session, AccountId(4)).size(), 1U);
        EXPECT_EQ(waiting_page(session, page.id)->why, WhyWaiting::foreign);
        EXPECT_TRUE(waiting_pages_of(session, AccountId(5)).empty());
        EXPECT_TRUE(waiting_pages_of(session, std::nullopt).empty());
    }
    write([&](Transaction& transaction, AuditNumber) { delete_waiting_page(transaction, page.id); });
    auto session = database().read();
    EXPECT_TRUE(waiting_pages(session).empty());
}

INSTANTIATE_TEST_SUITE_P(Storage, ScansTest, testing::Values(Dialect::sqlite, Dialect::postgresql));

} // namespace phusa::storage
