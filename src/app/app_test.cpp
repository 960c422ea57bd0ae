#include "app/app.hpp"
#include "app/register_test.hpp"
#include "storage/audit.hpp"
#include "storage/organisations.hpp"
#include "storage/settings.hpp"

#include <thread>

namespace phusa
{
namespace
{

class AppTest : public RegisterTest
{
protected:
    static void rename_the_village_cell(App& by)
    {
        auto transaction = by.database().write();
        auto number = storage::append(
            transaction,
            {.at = by.clock().now(), .actor_name = "kiem-thu", .action = "test.rename", .subject = "organisation"});
        auto cell = storage::latest_organisation(transaction, cast::village_cell().id).value();
        cell.name = "Chi bộ thôn Mới";
        ASSERT_TRUE(storage::correct_organisation(transaction, cell, number));
        transaction.commit();
    }
    std::string name_of_the_village_cell()
    {
        auto tree = app().tree();
        return tree->at(*tree->find(cast::village_cell().id)).name;
    }
};
ON_BOTH_REGISTERS(AppTest);

TEST_P(AppTest, ATreeIsReadOnceUntilAUnitChanges)
{
    auto tree = app().tree();
    EXPECT_EQ(app().tree(), tree);
    EXPECT_NE(app().tree_on(app().today().plus_days(-1)), tree);
    rename_the_village_cell(app());
    app().forget_trees();
    EXPECT_EQ(name_of_the_village_cell(), "Chi bộ thôn Mới");
    // Who still holds the old one may go on reading it.
    EXPECT_NE(tree->at(*tree->find(cast::village_cell().id)).name, "Chi bộ thôn Mới");
}

TEST_P(AppTest, WhatAnotherProgramChangedIsSeenSoon)
{
    name_of_the_village_cell();
    rename_the_village_cell(*open_again());
    std::this_thread::sleep_for(std::chrono::milliseconds(110));
    EXPECT_EQ(name_of_the_village_cell(), "Chi bộ thôn Mới");
}

TEST_P(AppTest, ARegisterOfInventedPeopleSaysSo)
{
    EXPECT_FALSE(app().invented());
    auto transaction = app().database().write();
    storage::set_setting(transaction, "invented", "yes");
    transaction.commit();
    app().forget_settings();
    EXPECT_TRUE(app().invented());
}

} // namespace
} // namespace phusa
