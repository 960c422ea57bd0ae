#include "cast/cast.hpp"
#include "storage/accounts.hpp"
#include "storage/saved_views.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

class SavedViewsTest : public StorageTest
{
protected:
    AccountId account(const std::string& name)
    {
        AccountId id;
        write([&](Transaction& transaction, AuditNumber) {
            Account wanted;
            wanted.name = name;
            wanted.created = test_time();
            id = *add_account(transaction, wanted, "");
        });
        return id;
    }
    SavedViewId add(AccountId owner, std::string name, std::optional<OrganisationId> shared = {})
    {
        SavedViewId id;
        write([&](Transaction& transaction, AuditNumber) {
            id = add_saved_view(transaction, {.id = {},
                                              .owner = owner,
                                              .shared = shared,
                                              .report = "bang-cheo",
                                              .question = "dong=sex&cot=year",
                                              .name = std::move(name),
                                              .saved = test_time()});
        });
        return id;
    }
};
ON_BOTH_DATABASES(SavedViewsTest);

TEST_P(SavedViewsTest, a_view_comes_back_as_it_was_saved)
{
    auto owner = account("thu.ky");
    auto id = add(owner, "Nữ theo năm", OrganisationId(7));
    auto session = database().read();
    auto stored = saved_view(session, id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->owner, owner);
    EXPECT_EQ(stored->shared, OrganisationId(7));
    EXPECT_EQ(stored->report, "bang-cheo");
    EXPECT_EQ(stored->question, "dong=sex&cot=year");
    EXPECT_EQ(stored->name, "Nữ theo năm");
    EXPECT_EQ(stored->saved, test_time());
    EXPECT_FALSE(saved_view(session, SavedViewId(id.value + 1)));
}

TEST_P(SavedViewsTest, lists_are_of_the_owner_or_of_what_is_shared)
{
    auto first = account("thu.ky");
    auto second = account("van.phong");
    auto own = add(first, "Riêng");
    auto shared = add(first, "Chung", OrganisationId(7));
    auto other = add(second, "Khác");
    auto session = database().read();
    auto mine = saved_views_of(session, first);
    ASSERT_EQ(mine.size(), 2);
    EXPECT_EQ(mine[0].id, own);
    EXPECT_EQ(mine[1].id, shared);
    ASSERT_EQ(saved_views_of(session, second).size(), 1);
    EXPECT_EQ(saved_views_of(session, second)[0].id, other);
    ASSERT_EQ(shared_views(session).size(), 1);
    EXPECT_EQ(shared_views(session)[0].id, shared);
}

TEST_P(SavedViewsTest, name_and_unit_change_and_a_deleted_one_is_gone)
{
    auto owner = account("thu.ky");
    auto id = add(owner, "Cũ", OrganisationId(7));
    write([&](Transaction& transaction, AuditNumber) {
        auto view = *saved_view(transaction, id);
        view.name = "Mới";
        view.shared = {};
        view.question = "khac";
        change_saved_view(transaction, view);
    });
    {
        auto session = database().read();
        auto changed = saved_view(session, id);
        EXPECT_EQ(changed->name, "Mới");
        EXPECT_FALSE(changed->shared);
        EXPECT_EQ(changed->question, "dong=sex&cot=year"); // the question stays
    }
    write([&](Transaction& transaction, AuditNumber) { delete_saved_view(transaction, id); });
    auto session = database().read();
    EXPECT_FALSE(saved_view(session, id));
}

} // namespace phusa::storage
