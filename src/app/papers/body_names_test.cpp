#include "app/papers/body_names.hpp"
#include "cast/cast.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace phusa
{

namespace
{

TEST(BodyNames, NameTheCommitteeOfAnOrganisation)
{
    EXPECT_EQ(committee_name("Đảng bộ tỉnh Sông Bồi"), "Tỉnh uỷ Sông Bồi");
    EXPECT_EQ(committee_name("Đảng bộ huyện Bãi Ngang"), "Huyện uỷ Bãi Ngang");
    EXPECT_EQ(committee_name("Đảng bộ xã Bồi Hạ"), "Đảng uỷ xã Bồi Hạ");
    EXPECT_EQ(committee_name("Chi bộ Bảo tàng Phù Sa"), "Chi bộ Bảo tàng Phù Sa");
}

TEST(BodyNames, DateAPaperWhereTheBodyIs)
{
    std::vector<Organisation> path{cast::province(), cast::district(), cast::commune(), cast::village_cell()};
    EXPECT_EQ(place_name(path), "Bồi Hạ");
    std::vector<Organisation> bloc{cast::province(), cast::bloc()};
    EXPECT_EQ(place_name(bloc), "Sông Bồi");
}

} // namespace

} // namespace phusa
