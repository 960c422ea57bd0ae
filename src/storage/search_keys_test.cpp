#include "cast/cast.hpp"
#include "storage/identities.hpp"
#include "storage/name_words.hpp"
#include "storage/people.hpp"
#include "storage/search_keys.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

#include <gmock/gmock.h>

namespace phusa::storage
{

namespace
{

constexpr std::string_view number = "034199001234";

} // namespace

class SearchKeysTest : public StorageTest
{
protected:
    // "an nguyen van", as a search would find the person.
    std::vector<std::string> words_of_person(PersonId id)
    {
        std::vector<std::string> words;
        auto session = database().read();
        session.connection()
            .query("SELECT word FROM name_word WHERE person_id = ? ORDER BY word")
            .bind(id)
            .each([&](std::string word) { words.push_back(std::move(word)); });
        return words;
    }
    std::vector<std::string> stored(PersonId id)
    {
        std::vector<std::string> columns;
        auto session = database().read();
        session.connection()
            .query("SELECT v.name_fold, v.name_sort, i.keyed_hash FROM person_version v JOIN person_identity i ON "
                   "i.person_id = v.id WHERE v.id = ? AND v.replaced_in IS NULL")
            .bind(id)
            .each([&](std::string fold, std::string sort, std::string hash) {
                columns = {std::move(fold), std::move(sort), std::move(hash)};
            });
        return columns;
    }
};

ON_BOTH_DATABASES(SearchKeysTest);

TEST_P(SearchKeysTest, reckoned_ahead_are_those_that_storage_reckons)
{
    auto person = cast::sen().person;
    person.other_name = "Ấm";
    auto keys = search_keys(person, number, test_keys());
    EXPECT_EQ(keys.names, folded_names(person));
    EXPECT_EQ(keys.order, name_order(person));
    EXPECT_EQ(keys.identity_hash, identity_hash(number, test_keys()));
    write([&](Transaction& transaction, AuditNumber by) {
        NewPerson ahead{.person = person, .identity = std::string(number), .keys = keys};
        insert_people(transaction, std::span(&ahead, 1), by);
    });
    EXPECT_EQ(stored(person.id), (std::vector<std::string>{keys.names, keys.order, keys.identity_hash}));
    EXPECT_EQ(words_of_person(person.id), words_of_folded(keys.names));
}

TEST_P(SearchKeysTest, nobody_without_a_number_has_a_hash)
{
    EXPECT_EQ(search_keys(cast::sen().person, "", test_keys()).identity_hash, "");
}

TEST_P(SearchKeysTest, the_words_follow_every_change_of_the_name)
{
    auto one = cast::sen().person;
    one.name = "Hoàng Thị Sen";
    write([&](Transaction& transaction, AuditNumber by) { add_person(transaction, one, by); });
    EXPECT_THAT(words_of_person(one.id), testing::ElementsAre("hoang", "sen", "thi"));
    auto renamed = [&](std::string name, auto&& how) {
        write([&](Transaction& transaction, AuditNumber by) {
            auto read = *person(transaction, one.id);
            read.name = std::move(name);
            EXPECT_TRUE(how(transaction, read, by));
        });
    };
    renamed("Hoàng Thị Sâm", [](auto& transaction, const auto& read, auto by) {
        return correct_person(transaction, read, by).has_value();
    });
    EXPECT_THAT(words_of_person(one.id), testing::ElementsAre("hoang", "sam", "thi"));
    renamed("Vũ Thị Sâm", [](auto& transaction, const auto& read, auto by) {
        return change_person(transaction, read, read.valid.first.plus_days(400), by).has_value();
    });
    EXPECT_THAT(words_of_person(one.id), testing::ElementsAre("sam", "thi", "vu"));
    write([&](Transaction& transaction, AuditNumber by) {
        // What was before the change is called otherwise; what is now stays.
        auto before = *person_on(transaction, one.id, one.valid.first);
        before.name = "Phạm Thị Sâm";
        EXPECT_TRUE(correct_person(transaction, before, by));
    });
    EXPECT_THAT(words_of_person(one.id), testing::ElementsAre("sam", "thi", "vu"));
    write([&](Transaction& transaction, AuditNumber by) { EXPECT_TRUE(withdraw_person(transaction, one.id, by)); });
    EXPECT_THAT(words_of_person(one.id), testing::IsEmpty());
}

} // namespace phusa::storage
