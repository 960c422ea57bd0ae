#include "cast/cast.hpp"
#include "storage/late_indexes.hpp"
#include "storage/people.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

class LateIndexesTest : public StorageTest
{
protected:
    // Those that lists lean on, as this session sees them.
    std::int64_t list_indexes(Session& session) const
    {
        constexpr auto named = " IN ('person_list_name', 'person_list_cell', 'admission_day', 'person_admitted_day')";
        auto sql = session.connection().dialect() == Dialect::sqlite
                       ? "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name" + std::string(named)
                       : "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() AND indexname" +
                             std::string(named);
        return session.connection().query(sql).value<std::int64_t>().value_or(-1);
    }
    std::int64_t list_indexes_now()
    {
        auto session = database().read();
        return list_indexes(session);
    }
    bool is_sqlite() { return database().dialect() == Dialect::sqlite; }
};

ON_BOTH_DATABASES(LateIndexesTest);

TEST_P(LateIndexesTest, are_left_out_while_rows_are_written_and_there_after_the_commit)
{
    auto transaction = database().write();
    index_late(transaction);
    EXPECT_EQ(list_indexes(transaction), is_sqlite() ? 0 : 4);
    auto by = append(transaction, audit_of("test.fill"));
    add_person(transaction, cast::sen().person, by);
    EXPECT_EQ(list_indexes_now(), 4); // others see no difference
    transaction.commit();
    EXPECT_EQ(list_indexes_now(), 4);
    auto session = database().read();
    EXPECT_TRUE(person(session, cast::sen().person.id).has_value());
}

TEST_P(LateIndexesTest, are_back_when_the_transaction_is_given_up)
{
    {
        auto transaction = database().write();
        index_late(transaction);
    }
    EXPECT_EQ(list_indexes_now(), 4);
}

TEST_P(LateIndexesTest, stay_where_more_people_are_there)
{
    write([](Transaction& transaction, AuditNumber by) {
        constexpr std::int64_t people = 5'001;
        auto id = allocate_people(transaction, people);
        std::vector<NewPerson> many;
        for (std::int64_t i = 0; i < people; ++i) {
            many.push_back({.person = cast::sen().person, .identity = {}});
            many.back().person.id = PersonId(id.value + i);
        }
        insert_people(transaction, many, by);
    });
    auto transaction = database().write();
    index_late(transaction);
    EXPECT_EQ(list_indexes(transaction), 4);
}

} // namespace phusa::storage
