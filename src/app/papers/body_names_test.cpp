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

TEST(BodyNames, SignNumbersByWhichCommitteeItIs)
{
    auto sign_of = [](OrganisationKind kind, std::string name) {
        Organisation committee;
        committee.kind = kind;
        committee.name = std::move(name);
        return committee_sign(committee);
    };
    EXPECT_EQ(sign_of(OrganisationKind::province_committee, "Đảng bộ tỉnh Sông Bồi"), "TU");
    EXPECT_EQ(sign_of(OrganisationKind::district_committee, "Đảng bộ huyện Bồi Thượng"), "HU");
    EXPECT_EQ(sign_of(OrganisationKind::district_committee, "Đảng bộ thành phố Bồi Châu"), "ThU");
    EXPECT_EQ(sign_of(OrganisationKind::commune_committee, "Đảng bộ xã Bồi Hạ"), "ĐU");
    EXPECT_EQ(sign_of(OrganisationKind::cell, "Chi bộ thôn Đầu Làng"), "CB");
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
