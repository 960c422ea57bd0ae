#include "app/papers/making.hpp"
#include "app/scans/digital_names.hpp"

#include <gtest/gtest.h>

#include <set>

namespace phusa
{

TEST(DigitalNames, FollowTheCatalogue)
{
    EXPECT_EQ(digital_name("6-KNĐ", false)->stem(), "43.Nghi quyet de nghi ket nap dang vien cua chi bo");
    EXPECT_EQ(digital_name("9-KNĐ", false)->stem(), "05.Quyet dinh ket nap dang vien");
    EXPECT_EQ(digital_name("9-KNĐ", true)->stem(), "06.Quyet dinh ket nap lai nguoi vao Dang");
    EXPECT_EQ(digital_name("1-KNĐ", true)->stem(), "37.Don xin vao Dang");
    EXPECT_EQ(digital_name("TB-CT", false)->stem(), "100.Phieu bao dang vien duoc cong nhan chinh thuc");
    EXPECT_EQ(digital_name("BB-CB", false), nullptr);
}

TEST(DigitalNames, NameOnlyFormsThatThereAre)
{
    std::set<int> numbers;
    for (const auto& name : digital_names()) {
        EXPECT_NE(form_named(name.code), nullptr) << name.code;
        EXPECT_TRUE(numbers.insert(name.number).second) << name.number;
        EXPECT_TRUE(name.number >= 1 && name.number <= 104) << name.number;
    }
}

TEST(DigitalNames, AMemberHasAFolder)
{
    EXPECT_EQ(member_folder("034200000001", 7, "Nguyễn Thị Đào"), "034200000001_NguyenThiDao");
    EXPECT_EQ(member_folder({}, 7, "H'LƯƠNG ÊBAN"), "HS7_HluongEban");
    EXPECT_EQ(without_accents("Bí thư / Phó  Bí thư: “x”"), "Bi thu Pho Bi thu x");
}

} // namespace phusa
