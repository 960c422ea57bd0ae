#include "app/recording.hpp"
#include "app/register_test.hpp"
#include "app/saved_views.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

using Kind = Problem::Kind;

class SavedViewsOfTheCast : public RegisterTest
{
protected:
    SavedViewId save(Role role, std::string name, std::optional<OrganisationId> shared = {})
    {
        auto id = save_view(app(), actor(role),
                            {.report = "bang-cheo", .question = "dong=sex", .name = std::move(name), .shared = shared});
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(SavedViewId{});
    }
    std::vector<std::string> names(Role role)
    {
        std::vector<std::string> all;
        auto lines = list_saved_views(app(), actor(role)).value();
        for (const auto& line : lines)
            all.push_back(line.view.name);
        return all;
    }
    using Names = std::vector<std::string>;
};
ON_BOTH_REGISTERS(SavedViewsOfTheCast);

TEST_P(SavedViewsOfTheCast, OnesOwnAreSeenByNobodyElse)
{
    auto id = save(Role::grassroots_office, "Nữ theo năm");
    EXPECT_EQ(names(Role::grassroots_office), Names{"Nữ theo năm"});
    EXPECT_EQ(names(Role::province_commission), Names{});
    EXPECT_EQ(show_saved_view(app(), actor(Role::province_commission), id).error().kind, Kind::not_found);
    EXPECT_EQ(delete_view(app(), actor(Role::province_commission), id).error().kind, Kind::not_found);
    EXPECT_EQ(list_saved_views(app(), actor(Role::administrator)).error().kind, Kind::refused);
}

TEST_P(SavedViewsOfTheCast, WhatIsSharedIsSeenByTheUsersOfTheUnitAndThoseBelow)
{
    save(Role::deciding_office, "Của huyện", cast::district().id);
    save(Role::grassroots_office, "Của xã", cast::commune().id);
    save(Role::province_commission, "Của tỉnh", cast::province().id);
    EXPECT_EQ(names(Role::cell_secretary), (Names{"Của huyện", "Của tỉnh", "Của xã"}));
    EXPECT_EQ(names(Role::province_commission), (Names{"Của huyện", "Của tỉnh", "Của xã"}));
    auto lines = list_saved_views(app(), actor(Role::cell_secretary)).value();
    EXPECT_FALSE(std::ranges::any_of(lines, &SavedViewLine::may_change));
    EXPECT_EQ(lines[0].shared_name, "Đảng bộ huyện Bãi Ngang");
    EXPECT_EQ(lines[0].owner_name, "Cơ quan cấp uỷ có thẩm quyền quyết định");
}

TEST_P(SavedViewsOfTheCast, OnlyOfficesShareAndOnlyWithTheirOwnUnits)
{
    NewSavedView wanted{.report = "bang-cheo", .question = "dong=sex", .name = "Chung", .shared = cast::commune().id};
    for (auto role : all_roles()) {
        bool is_office =
            role == Role::grassroots_office || role == Role::deciding_office || role == Role::province_commission;
        EXPECT_EQ(save_view(app(), actor(role), wanted).has_value(), is_office) << key_of(role);
    }
    wanted.shared = cast::bloc().id;
    wanted.name = "Khác";
    EXPECT_EQ(save_view(app(), actor(Role::deciding_office), wanted).error().kind, Kind::not_found);
}

TEST_P(SavedViewsOfTheCast, ChangesAndDeletionsAreTheOwnersOrTheOfficesAndAreRecorded)
{
    auto id = save(Role::grassroots_office, "Cũ", cast::commune().id);
    auto shared = std::optional(cast::commune().id);
    EXPECT_EQ(change_view(app(), actor(Role::cell_secretary), id, "Mới", shared).error().kind, Kind::refused);
    EXPECT_TRUE(change_view(app(), actor(Role::deciding_office), id, "  Mới ", shared)); // the office above
    EXPECT_EQ(change_view(app(), actor(Role::deciding_office), id, "Mới", {}).error().kind, Kind::refused);
    EXPECT_EQ(change_view(app(), actor(Role::grassroots_office), id, " ", shared).error().kind, Kind::invalid);
    EXPECT_TRUE(change_view(app(), actor(Role::grassroots_office), id, "Mới", {}));
    EXPECT_EQ(names(Role::cell_secretary), Names{});
    EXPECT_EQ(names(Role::grassroots_office), Names{"Mới"});
    EXPECT_TRUE(delete_view(app(), actor(Role::grassroots_office), id));
    EXPECT_EQ(names(Role::grassroots_office), Names{});
    auto subject = "saved_view:" + std::to_string(id.value);
    EXPECT_EQ(last_recorded(4), (Names{"saved_view.save " + subject, "saved_view.change " + subject,
                                       "saved_view.change " + subject, "saved_view.delete " + subject}));
}

TEST_P(SavedViewsOfTheCast, ANameIsUsedOnceAndSavingIsNoChangeOfTheRegister)
{
    auto before = [&] {
        auto session = app().database().read();
        return register_written(session);
    };
    auto written = before();
    save(Role::auditor, "Một");
    EXPECT_EQ(before(), written);
    NewSavedView again{.report = "bang-cheo", .question = "dong=sex", .name = "Một"};
    EXPECT_EQ(save_view(app(), actor(Role::auditor), again).error().kind, Kind::conflict);
    EXPECT_TRUE(save_view(app(), actor(Role::province_commission), again));
}

} // namespace

} // namespace phusa
