#include "storage/database.hpp"
#include "storage/settings.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <barrier>
#include <thread>

namespace phusa::storage
{

using DatabaseTest = StorageTest;
ON_BOTH_DATABASES(DatabaseTest);

TEST_P(DatabaseTest, a_rollback_leaves_nothing)
{
    {
        auto transaction = database().write();
        append(transaction, audit_of("test.lost"));
        set_setting(transaction, "colour", "red");
    }
    auto session = database().read();
    EXPECT_FALSE(setting(session, "colour"));
    EXPECT_EQ(audit_head(session).number.value, 0);
}

TEST_P(DatabaseTest, a_transaction_reads_its_own_writes_and_others_do_not)
{
    auto transaction = database().write();
    set_setting(transaction, "colour", "red");
    EXPECT_EQ(setting(transaction, "colour"), "red");
    auto session = database().read();
    EXPECT_FALSE(setting(session, "colour"));
    transaction.commit();
    EXPECT_EQ(setting(session, "colour"), "red");
}

TEST_P(DatabaseTest, a_snapshot_stays_at_its_moment)
{
    auto before = database().snapshot();
    write([](Transaction& transaction, AuditNumber) { set_setting(transaction, "colour", "red"); });
    EXPECT_FALSE(setting(before, "colour"));
}

TEST_P(DatabaseTest, a_session_for_reading_cannot_write)
{
    auto session = database().read();
    EXPECT_THROW(session.connection().run("DELETE FROM setting"), StorageFailure);
}

TEST_P(DatabaseTest, writers_wait_for_each_other_and_the_chain_has_no_gap)
{
    constexpr int each = 20;
    auto add = [&](Database& own) {
        for (int i = 0; i < each; ++i) {
            auto transaction = own.write();
            append(transaction, audit_of("test.write"));
            transaction.commit();
        }
    };
    auto other = scratch().open();
    std::jthread first(add, std::ref(database()));
    std::jthread second(add, std::ref(database()));
    std::jthread third(add, std::ref(*other));
    first.join();
    second.join();
    third.join();
    auto session = database().read();
    auto found = verify_audit(session);
    EXPECT_EQ(found.rows, 3 * each);
    EXPECT_FALSE(found.fault);
}

// The trap: a deferred BEGIN that reads first cannot be raised to a write when another has written meanwhile.
TEST_P(DatabaseTest, reading_before_writing_in_a_transaction_never_fails_as_busy)
{
    auto other = scratch().open();
    auto transaction = database().write();
    EXPECT_FALSE(setting(transaction, "colour"));
    std::jthread writer([&] {
        auto second = other->write();
        set_setting(second, "shape", "round");
        second.commit();
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    set_setting(transaction, "colour", "red");
    transaction.commit();
    writer.join();
    auto session = database().read();
    EXPECT_EQ(setting(session, "shape"), "round");
}

TEST_P(DatabaseTest, a_writer_that_waits_too_long_says_busy)
{
    auto hurried = scratch().open({.wait_max = std::chrono::milliseconds(100)});
    auto transaction = database().write();
    try {
        auto second = hurried->write();
        FAIL() << "two writers at once";
    } catch (const StorageFailure& failure) {
        EXPECT_EQ(failure.kind(), StorageFailure::Kind::busy) << failure.what();
    }
}

TEST_P(DatabaseTest, failures_never_show_values)
{
    auto transaction = database().write();
    transaction.connection().query("INSERT INTO setting (name, value) VALUES (?, ?)").bind("079012345678", "x").run();
    try {
        transaction.connection()
            .query("INSERT INTO setting (name, value) VALUES (?, ?)")
            .bind("079012345678", "x")
            .run();
        FAIL() << "a key twice";
    } catch (const StorageFailure& failure) {
        EXPECT_EQ(failure.kind(), StorageFailure::Kind::constraint);
        EXPECT_THAT(failure.what(), testing::Not(testing::HasSubstr("079012345678")));
        EXPECT_THAT(failure.what(), testing::Not(testing::HasSubstr("setting")));
    }
}

TEST_P(DatabaseTest, text_comes_back_as_it_was)
{
    auto wild = std::string("Nguyễn Thị Đào 🌾 'quoted' \"twice\" back\\slash\ttab\nline \\N ?:p1 %_");
    write([&](Transaction& transaction, AuditNumber) { set_setting(transaction, wild, wild); });
    auto session = database().read();
    EXPECT_EQ(setting(session, wild), wild);
}

TEST_P(DatabaseTest, a_query_inside_the_same_query_keeps_both_apart)
{
    write([](Transaction& transaction, AuditNumber) {
        for (const auto* name : {"a", "b", "c"})
            set_setting(transaction, name, name);
    });
    auto session = database().read();
    std::string seen;
    auto& connection = session.connection();
    constexpr auto all = "SELECT name FROM setting ORDER BY name";
    connection.query(all).each([&](std::string outer) {
        seen += outer;
        connection.query(all).each([&](std::string inner) { seen += inner; });
    });
    EXPECT_EQ(seen, "aabcbabccabc");
}

TEST(DatabaseUrlTest, a_url_says_which_database_and_hides_its_password)
{
    EXPECT_FALSE(Database::open("mysql://x", test_keys()));
    EXPECT_FALSE(Database::open("sqlite:", test_keys()));
    EXPECT_EQ(Address::parse("postgresql://phu:s%40t@host:5432/phusa?password=x")->shown,
              "postgresql://phu:***@host:5432/phusa");
}

TEST(DatabaseUrlTest, a_new_file_is_for_its_owner_only)
{
    ScratchRegister scratch(Dialect::sqlite);
    scratch.open();
    auto rights = std::filesystem::status(scratch.folder() / "phusa.db").permissions();
    EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(DatabaseUrlTest, a_file_that_is_no_database_is_refused)
{
    ScratchRegister scratch(Dialect::sqlite);
    auto file = scratch.folder() / "phusa.db";
    std::FILE* written = std::fopen(file.c_str(), "w");
    std::fputs(std::string(8192, 'x').c_str(), written);
    std::fclose(written);
    try {
        scratch.open();
        FAIL() << "opened a text file";
    } catch (const StorageFailure& failure) {
        EXPECT_EQ(failure.kind(), StorageFailure::Kind::corrupt);
    }
}

TEST(PostgresqlTest, a_killed_backend_is_replaced)
{
    if (!std::getenv("PHUSA_TEST_POSTGRESQL"))
        FAIL() << "PHUSA_TEST_POSTGRESQL names no server: run through bin/test or tests/harness/postgres.sh";
    ScratchRegister scratch(Dialect::postgresql);
    auto database = scratch.open();
    auto killer = scratch.open();
    {
        auto reader = database->read();
        auto writer = database->write();
        auto session = killer->read();
        for (auto* victim : {&reader.connection(), &writer.connection()})
            session.connection()
                .query("SELECT pg_terminate_backend(CAST(? AS INTEGER))")
                .bind(*victim->query("SELECT pg_backend_pid()").value<int>())
                .value<std::string>();
        try {
            setting(reader, "colour");
            FAIL() << "read through a dead connection";
        } catch (const StorageFailure& failure) {
            EXPECT_EQ(failure.kind(), StorageFailure::Kind::unavailable) << failure.what();
        }
    }
    auto transaction = database->write();
    set_setting(transaction, "colour", "red");
    transaction.commit();
    auto session = database->read();
    EXPECT_EQ(setting(session, "colour"), "red");
}

TEST_P(DatabaseTest, who_reads_already_does_not_wait_for_others_who_do)
{
    auto small = scratch().open({.readers_max = 2, .wait_max = std::chrono::milliseconds(2'000)});
    std::barrier both_read(2);
    std::atomic<int> done = 0;
    auto read_twice = [&] {
        auto first = small->read();
        both_read.arrive_and_wait(); // now nobody else can read
        auto second = small->read();
        done += setting(second, "colour") ? 0 : 1;
    };
    {
        std::jthread one(read_twice);
        std::jthread other(read_twice);
    }
    EXPECT_EQ(done, 2);
}

} // namespace phusa::storage
