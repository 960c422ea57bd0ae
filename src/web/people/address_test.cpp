#include "web/people/address.hpp"

#include <gtest/gtest.h>

namespace phusa::web::people
{

namespace
{

PeopleQuestion everything_asked()
{
    PeopleQuestion question;
    question.organisation = OrganisationId(7);
    question.words = "Đào phai";
    question.standings = {Standing::none, Standing::probationary};
    question.sex = Sex::female;
    question.occupation = Occupation::farmer;
    question.born_from = 1980;
    question.born_to = 1999;
    question.admitted_from = Date::of(2007, 1, 1);
    question.admitted_to = Date::of(2012, 3, 31);
    question.admitted_at = OrganisationId(9);
    question.structure = Date::of(2012, 3, 31);
    question.youth_union = false;
    question.admission_sexes = {Sex::male, Sex::unknown};
    question.admission_occupations = {Occupation::student, Occupation::pupil};
    question.admission_educations = {GeneralEducation::primary};
    question.admission_qualifications = {Qualification::master, Qualification::doctor};
    question.admission_titles = {AcademicTitle::professor};
    question.admission_ethnicities = {2, 3};
    question.admission_religions = {1};
    question.private_owner = true;
    question.population_policy = false;
    question.foreign_marriage = false;
    question.readmission = true;
    question.age_from = 18;
    question.age_to = 30;
    question.order = PeopleOrder::admitted;
    question.descending = true;
    return question;
}

class EachNaming : public testing::TestWithParam<Naming>
{
};

TEST_P(EachNaming, AQuestionComesBackFromItsAddress)
{
    auto naming = GetParam();
    auto text = query_of(everything_asked(), naming);
    auto read = question_of(Fields::parse(text).value(), naming);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(query_of(*read, naming), text);
    EXPECT_EQ(read->words, "Đào phai");
    EXPECT_EQ(read->standings, everything_asked().standings);
    EXPECT_EQ(read->admission_qualifications, everything_asked().admission_qualifications);
    EXPECT_EQ(read->structure, Date::of(2012, 3, 31));
    EXPECT_EQ(read->youth_union, false);
    EXPECT_EQ(read->admission_ethnicities, everything_asked().admission_ethnicities);
    EXPECT_EQ(read->admission_titles, everything_asked().admission_titles);
    EXPECT_EQ(read->readmission, true);
    EXPECT_EQ(read->foreign_marriage, false);
    EXPECT_EQ(read->order, PeopleOrder::admitted);
    EXPECT_TRUE(read->descending);
}

TEST_P(EachNaming, EverybodyHasAnEmptyAddress) { EXPECT_EQ(query_of({}, GetParam()), ""); }

INSTANTIATE_TEST_SUITE_P(PageAndApi, EachNaming, testing::Values(Naming::page, Naming::api),
                         [](const auto& made) { return made.param == Naming::page ? "page" : "api"; });

TEST(Address, MembersHaveAWordOfTheirOwn)
{
    PeopleQuestion members;
    members.standings = member_standings();
    EXPECT_EQ(query_of(members), "trang_thai=dang_vien");
    EXPECT_EQ(question_of({{"trang_thai", "dang_vien"}})->standings, member_standings());
    EXPECT_EQ(question_of({{"standing", "member"}}, Naming::api)->standings, member_standings());
}

TEST(Address, EmptyFieldsOfTheFormSayNothing)
{
    auto read =
        question_of({{"q", ""}, {"don_vi", ""}, {"trang_thai", ""}, {"kn_tu", ""}, {"kn_nghe", ""}, {"xep", ""}});
    ASSERT_TRUE(read);
    EXPECT_EQ(path_of(*read), "/nguoi");
}

TEST(Address, WhatIsNotUnderstoodIsNamed)
{
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{{"don_v", "7"},
                                                                                     {"trang_thai", "member"},
                                                                                     {"gioi", "khac"},
                                                                                     {"sinh_tu", "17"},
                                                                                     {"kn_den", "31/02/2012"},
                                                                                     {"kn_doan", "1"},
                                                                                     {"kn_nghe", "nong_dan"},
                                                                                     {"kn_tuoi_tu", "-1"},
                                                                                     {"xep", "name"},
                                                                                     {"limit", "10"}}) {
        auto read = question_of({{key, value}});
        ASSERT_FALSE(read) << key;
        EXPECT_EQ(read.error().fields.front().name, key);
    }
}

TEST(Address, DaysMayBeTyped) { EXPECT_EQ(question_of({{"kn_tu", "1/1/2007"}})->admitted_from, Date::of(2007, 1, 1)); }

TEST(Address, TheApiHasALimitOfRows)
{
    EXPECT_EQ(question_of({{"limit", "7"}}, Naming::api)->rows, 7U);
    EXPECT_FALSE(question_of({{"limit", "0"}}, Naming::api));
    EXPECT_FALSE(question_of({{"limit", "100000"}}, Naming::api));
}

TEST(Address, ThePageOfAListKeepsItsPlace)
{
    PeopleQuestion second;
    second.sex = Sex::male;
    second.cursor = "n5.51";
    EXPECT_EQ(path_of(second), "/nguoi?gioi=male&trang=n5.51");
    EXPECT_EQ(question_of({{"trang", "n5.51"}})->cursor, "n5.51");
}

} // namespace

} // namespace phusa::web::people
