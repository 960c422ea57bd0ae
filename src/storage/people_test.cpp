#include "cast/cast.hpp"
#include "storage/identities.hpp"
#include "storage/people.hpp"
#include "storage/people_list.hpp"
#include "storage/person_shelf.hpp"
#include "storage/storage_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace phusa::storage
{

namespace
{

constexpr std::string_view number = "034199001234";

// All fields of a person, as they are stored.
std::vector<std::string> stored_fields(const Person& person)
{
    std::vector<std::string> fields;
    Shelf<Person>::fields(person, [&](std::string_view, const auto& member) {
        using Plain = typename Unwrapped<std::remove_cvref_t<decltype(member)>>::Type;
        if constexpr (Unwrapped<std::remove_cvref_t<decltype(member)>>::optional)
            fields.push_back(member ? fmt::format("{}", Stored<Plain>::put(*member)) : "-");
        else
            fields.push_back(fmt::format("{}", Stored<Plain>::put(member)));
    });
    return fields;
}

} // namespace

using PeopleTest = StorageTest;
ON_BOTH_DATABASES(PeopleTest);

TEST_P(PeopleTest, everyone_comes_back_as_they_were_stored)
{
    store_cast();
    auto session = database().read();
    for (const auto& one : cast::everyone()) {
        auto found = person(session, one.person.id);
        ASSERT_TRUE(found) << one.person.name;
        EXPECT_EQ(stored_fields(*found), stored_fields(one.person));
        EXPECT_GT(found->version, 0);
    }
    EXPECT_FALSE(person(session, PersonId(4711)));
}

TEST_P(PeopleTest, a_correction_keeps_the_error_readable)
{
    store_cast();
    auto session = database().read();
    auto before = audit_head_now();
    auto sen = *person(session, cast::sen().person.id);
    sen.name = "Hoàng Thị Sen \"Ấm\" 🌸";
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(correct_person(transaction, sen, by)); });
    EXPECT_EQ(person(session, sen.id)->name, sen.name);
    EXPECT_EQ(person_on(session, sen.id, cast::today(), before)->name, cast::sen().person.name);
    auto history = person_history(session, sen.id);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.at(0).fact.name, cast::sen().person.name);
    EXPECT_TRUE(history.at(0).replaced);
    EXPECT_FALSE(history.at(1).replaced);
}

TEST_P(PeopleTest, a_change_holds_from_its_day)
{
    store_cast();
    auto session = database().read();
    auto sen = *person(session, cast::sen().person.id);
    sen.cell = cast::school_cell().id;
    auto moved = *Date::from_iso("2026-09-01");
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(change_person(transaction, sen, moved, by)); });
    EXPECT_EQ(person_on(session, sen.id, moved.plus_days(-1))->cell, cast::village_cell().id);
    EXPECT_EQ(person_on(session, sen.id, moved)->cell, cast::school_cell().id);
    EXPECT_EQ(person(session, sen.id)->cell, cast::school_cell().id);
}

TEST_P(PeopleTest, whoever_read_an_older_version_is_told)
{
    store_cast();
    auto session = database().read();
    auto sen = *person(session, cast::sen().person.id);
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(correct_person(transaction, sen, by)); });
    write([&](Transaction& transaction, AuditNumber by) {
        auto refused = correct_person(transaction, sen, by);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Problem::Kind::conflict);
        EXPECT_FALSE(change_person(transaction, sen, cast::today(), by));
    });
}

TEST_P(PeopleTest, a_withdrawn_person_is_gone_but_not_forgotten)
{
    store_cast();
    auto id = cast::sen().person.id;
    auto before = audit_head_now();
    write([&](Transaction& transaction, AuditNumber by) { ASSERT_TRUE(withdraw_person(transaction, id, by)); });
    auto session = database().read();
    EXPECT_FALSE(person(session, id));
    EXPECT_TRUE(person_on(session, id, cast::today(), before));
    EXPECT_EQ(count_people(session, {.search = "sen"}), 0);
}

TEST_P(PeopleTest, namesakes_are_found_by_name_and_birth)
{
    store_cast();
    auto session = database().read();
    auto sen = cast::sen().person;
    EXPECT_EQ(people_named(session, sen.name, sen.born), std::vector{sen.id});
    EXPECT_TRUE(people_named(session, sen.name, *PartialDate::of_year(1900)).empty());
}

TEST_P(PeopleTest, numbers_given_in_a_rolled_back_write_are_given_again)
{
    PersonId lost;
    {
        auto transaction = database().write();
        lost = allocate_people(transaction);
    }
    auto transaction = database().write();
    EXPECT_EQ(allocate_people(transaction), lost);
}

TEST_P(PeopleTest, an_identity_number_is_found_read_and_unique)
{
    store_cast();
    auto sen = cast::sen().person.id;
    auto may = cast::may().person.id;
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(set_identity(transaction, sen, number, by));
        auto refused = set_identity(transaction, may, number, by);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Problem::Kind::conflict);
    });
    auto session = database().read();
    EXPECT_EQ(person_with_identity(session, number), sen);
    EXPECT_EQ(read_identity(session, sen), number);
    EXPECT_EQ(person(session, sen)->identity_masked, masked_identity(number));
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(set_identity(transaction, sen, "", by));
        EXPECT_TRUE(set_identity(transaction, may, number, by));
    });
    EXPECT_FALSE(read_identity(session, sen));
    EXPECT_EQ(person_with_identity(session, number), may);
}

TEST_P(PeopleTest, an_identity_number_is_nowhere_in_the_files)
{
    store_cast();
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(set_identity(transaction, cast::sen().person.id, number, by));
    });
    if (GetParam() == Dialect::postgresql) {
        auto session = database().read();
        auto rows = session.connection().query("SELECT sealed, keyed_hash, shown FROM person_identity");
        rows.each([&](std::string sealed, std::string hash, std::string shown) {
            EXPECT_THAT(sealed + hash + shown, testing::Not(testing::HasSubstr(number)));
            EXPECT_THAT(sealed, testing::Not(testing::HasSubstr(to_hex(number))));
        });
        return;
    }
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(scratch().folder())) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    ASSERT_THAT(bytes, testing::HasSubstr(cast::sen().person.name));
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr(number)));
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr(to_hex(number))));
}

TEST_P(PeopleTest, a_sealed_number_moved_to_somebody_else_does_not_open)
{
    store_cast();
    auto sen = cast::sen().person.id;
    auto may = cast::may().person.id;
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(set_identity(transaction, sen, number, by));
        transaction.connection().query("UPDATE person_identity SET person_id = ?").bind(may).run();
    });
    auto session = database().read();
    EXPECT_FALSE(read_identity(session, may));
}

TEST_P(PeopleTest, cells_are_counted_by_standing)
{
    store_cast();
    auto session = database().read();
    std::int64_t people = 0;
    for (const auto& row : count_people_by_cell(session))
        people += row.people;
    EXPECT_EQ(people, static_cast<std::int64_t>(cast::everyone().size()));
}

} // namespace phusa::storage
