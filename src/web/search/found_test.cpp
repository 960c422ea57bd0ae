#include "web/search/found.hpp"

#include <gtest/gtest.h>

namespace phusa::web::search
{

namespace
{

TEST(Search, NamesOfPeopleAreToldFromNamesOfUnits)
{
    for (auto name : {"dao", "Đào Phai", "nguyễn thị đào", "Đoàn Thị Điểm", "Trương Ba", "phương", "Huyền", "xa"})
        EXPECT_TRUE(looks_like_a_person(name)) << name;
    for (auto unit :
         {"chi bộ", "Chi bộ 3", "Xã Bồi Hạ", "đảng bộ", "34.001", "trường tiểu học", "Đoàn xã Bồi Hạ", "huyện bãi"})
        EXPECT_FALSE(looks_like_a_person(unit)) << unit;
}

} // namespace

} // namespace phusa::web::search
