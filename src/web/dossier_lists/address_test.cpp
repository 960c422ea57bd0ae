#include "web/dossier_lists/address.hpp"

#include <gtest/gtest.h>

namespace phusa::web::dossier_lists
{

namespace
{

AskedDossiers everything_asked()
{
    AskedDossiers asked;
    asked.question.words = "Đào phai";
    asked.question.organisation = OrganisationId(7);
    asked.question.stages = {Stage::cell_vote, Stage::probation};
    asked.question.late_only = true;
    asked.question.blocked_only = true;
    asked.question.past_facts_only = true;
    asked.question.order = DossierOrder::days_in_stage;
    asked.question.descending = true;
    asked.question.cursor = "n7.51";
    asked.shape = Shape::list;
    return asked;
}

Result<AskedDossiers> read(std::string_view query) { return asked_dossiers(Fields::parse(query).value()); }

TEST(DossierAddress, AQuestionComesBackFromItsAddress)
{
    auto path = path_of(everything_asked());
    auto asked = read(path.substr(path.find('?') + 1));
    ASSERT_TRUE(asked) << asked.error().message;
    EXPECT_EQ(path_of(*asked), path);
    EXPECT_EQ(asked->question.words, "Đào phai");
    EXPECT_EQ(asked->question.organisation, OrganisationId(7));
    EXPECT_EQ(asked->question.stages, everything_asked().question.stages);
    EXPECT_TRUE(asked->question.late_only && asked->question.blocked_only && asked->question.past_facts_only);
    EXPECT_EQ(asked->question.order, DossierOrder::days_in_stage);
    EXPECT_TRUE(asked->question.descending);
    EXPECT_EQ(asked->question.cursor, "n7.51");
    EXPECT_EQ(asked->shape, Shape::list);
}

TEST(DossierAddress, WithoutAQuestionItIsTheBoardOfOpenDossiersByTheirLastDay)
{
    auto asked = read("q=&giai_doan=&don_vi=");
    ASSERT_TRUE(asked);
    EXPECT_EQ(path_of(*asked), "/ho-so");
    EXPECT_EQ(asked->shape, Shape::board);
    EXPECT_TRUE(asked->question.stages.empty());
    EXPECT_FALSE(asked->question.all_stages);
    EXPECT_EQ(asked->question.order, DossierOrder::latest_day);
}

TEST(DossierAddress, AllStagesWinOverSingleOnes)
{
    auto asked = read("giai_doan=probation&giai_doan=tat_ca&giai_doan=probation");
    ASSERT_TRUE(asked);
    EXPECT_TRUE(asked->question.all_stages);
    EXPECT_TRUE(asked->question.stages.empty());
}

TEST(DossierAddress, TheListOfAQuestionBeginsAtItsFirstPage)
{
    EXPECT_EQ(list_path(open_dossiers()), "/ho-so?dang=danh-sach");
    EXPECT_FALSE(list_path(everything_asked().question).contains("trang="));
}

TEST(DossierAddress, WhatIsNotKnownIsNamed)
{
    for (auto [query, name] :
         {std::pair{"chi_bo=7", "chi_bo"}, std::pair{"giai_doan=xong", "giai_doan"}, std::pair{"xep=mau", "xep"},
          std::pair{"dang=cay", "dang"}, std::pair{"luu_y=x", "luu_y"}, std::pair{"don_vi=x", "don_vi"}}) {
        auto asked = read(query);
        ASSERT_FALSE(asked) << query;
        ASSERT_EQ(asked.error().fields.size(), 1U) << query;
        EXPECT_EQ(asked.error().fields.front().name, name);
    }
}

} // namespace

} // namespace phusa::web::dossier_lists
