#include "cast/cast.hpp"
#include "storage/identities.hpp"
#include "storage/name_words.hpp"
#include "storage/people.hpp"
#include "storage/search_keys.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

#include <gtest/gtest.h>

namespace phusa::storage
{

namespace
{

constexpr std::string_view number = "034199001234";

} // namespace

class SearchKeysTest : public StorageTest
{
protected:
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
}

TEST_P(SearchKeysTest, nobody_without_a_number_has_a_hash)
{
    EXPECT_EQ(search_keys(cast::sen().person, "", test_keys()).identity_hash, "");
}

} // namespace phusa::storage
