#include "storage/migration_text.hpp"
#include "storage/migrations.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

#include <thread>

namespace phusa::storage
{

using MigrationsTest = StorageTest;
ON_BOTH_DATABASES(MigrationsTest);

TEST_P(MigrationsTest, a_second_time_does_nothing)
{
    EXPECT_TRUE(migrate(database()).empty());
    EXPECT_EQ(applied_migrations(database()).size(), known_migrations().size());
}

TEST_P(MigrationsTest, several_programs_may_start_at_once)
{
    ScratchRegister fresh(GetParam());
    std::vector<std::jthread> programs;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([&] {
            try {
                fresh.open();
            } catch (const StorageFailure&) {
                ++failed;
            }
        });
    programs.clear();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(applied_migrations(*fresh.open()).size(), known_migrations().size());
}

TEST_P(MigrationsTest, a_newer_database_is_refused)
{
    {
        auto transaction = database().write();
        transaction.connection().run("INSERT INTO migration (number, name, sha256) VALUES (999, '0999_later', '00')");
        transaction.commit();
    }
    try {
        reopen();
        FAIL() << "opened a database of the future";
    } catch (const StorageFailure& failure) {
        EXPECT_EQ(failure.kind(), StorageFailure::Kind::schema);
    }
}

TEST_P(MigrationsTest, a_changed_migration_is_refused)
{
    {
        auto transaction = database().write();
        transaction.connection().run("UPDATE migration SET sha256 = '00' WHERE number = 1");
        transaction.commit();
    }
    EXPECT_THROW(migrate(database()), StorageFailure);
}

TEST_P(MigrationsTest, must_be_current_refuses_an_empty_database)
{
    ScratchRegister fresh(GetParam());
    EXPECT_THROW(fresh.open({.schema = Database::Schema::must_be_current}), StorageFailure);
    EXPECT_NO_THROW(fresh.open({.schema = Database::Schema::any}));
}

TEST(MigrationTextTest, macros_are_filled_and_statements_split)
{
    constexpr auto file = "-- told apart; by lines\nCREATE TABLE a (x {{integer}});\nSELECT 1; -- why\n";
    EXPECT_EQ(migration_statements(file, Dialect::postgresql).at(0), "\nCREATE TABLE a (x BIGINT)");
    EXPECT_EQ(migration_statements("SELECT {{day d}};\n", Dialect::sqlite).at(0), "SELECT date(d, '+0 days') = d");
    EXPECT_THROW(migration_statements("{{unknown}};\n", Dialect::sqlite), std::logic_error);
}

TEST_P(MigrationsTest, the_schema_refuses_bad_dates)
{
    auto transaction = database().write();
    auto add = [&](std::string_view day) {
        transaction.connection()
            .query("INSERT INTO succession (version, kind, on_day, to_id, document, recorded_in) VALUES "
                   "(1, 1, ?, 1, '', 1)")
            .bind(day)
            .run();
    };
    EXPECT_THROW(add("2023-02-31"), StorageFailure);
}

} // namespace phusa::storage
