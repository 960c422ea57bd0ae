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
    EXPECT_EQ(migration_statements("SELECT {{small}};\n", Dialect::sqlite).at(0), "SELECT INTEGER");
    EXPECT_THROW(migration_statements("{{unknown}};\n", Dialect::sqlite), std::logic_error);
}

// Whether the schema takes these texts: one column with {{day}}, one with {{partial}}.
class SchemaDates : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        auto transaction = database().write();
        for (const auto& sql :
             migration_statements("CREATE TABLE dates (day {{text}} CHECK ({{day day}}), partial {{text}} "
                                  "CHECK ({{partial partial}})){{strict}};",
                                  database().dialect()))
            transaction.connection().run(sql);
        transaction.commit();
    }
    bool takes(std::string_view column, std::string_view text)
    {
        auto transaction = database().write(); // goes back
        try {
            transaction.connection()
                .query("INSERT INTO dates (" + std::string(column) + ") VALUES (?)")
                .bind(text)
                .run();
            return true;
        } catch (const StorageFailure&) {
            return false;
        }
    }
};

ON_BOTH_DATABASES(SchemaDates);

TEST_P(SchemaDates, are_real_days)
{
    for (std::string_view day : {"2023-02-28", "2024-02-29", "2000-02-29", "2023-12-31", "2023-04-30", "1930-02-03"}) {
        EXPECT_TRUE(takes("day", day)) << day;
        EXPECT_TRUE(takes("partial", day)) << day;
    }
    for (std::string_view no_day :
         {"2023-02-31", "2023-02-29", "1900-02-29", "2023-04-31", "2023-00-10", "2023-13-10", "2023-10-00",
          "2023-10-32", "2023-1-1", "23-01-01", "01/02/2023", "hôm nay", "2023-01-01 10:00", "2023-10-1x", ""}) {
        EXPECT_FALSE(takes("day", no_day)) << no_day;
        EXPECT_FALSE(takes("partial", no_day)) << no_day;
    }
}

TEST_P(SchemaDates, may_be_a_month_or_a_year_where_that_is_enough)
{
    for (std::string_view part : {"2023-02", "2023-12", "2023"}) {
        EXPECT_TRUE(takes("partial", part)) << part;
        EXPECT_FALSE(takes("day", part)) << part;
    }
    for (std::string_view no_part : {"2023-00", "2023-13", "2023-1", "202", "nămx", "2023-1x", "-023"})
        EXPECT_FALSE(takes("partial", no_part)) << no_part;
}

} // namespace phusa::storage
