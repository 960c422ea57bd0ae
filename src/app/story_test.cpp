#include "app/columns.hpp"
#include "app/people_test.hpp"
#include "app/story.hpp"
#include "app/story_numbers.hpp"
#include "app/story_people.hpp"
#include "storage/database.hpp"
#include "storage/settings.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// The cast as admitted: Tre 27/4/2007 and Quế 3/2/2012 in the museum; Sóng 2008, Trăng 2009 and again 2020, Đào and
// Mây 2010, Lúa 2026 in the village cell; Địa 2018 in the school; Gió 1969 and Đá 1985.
class StoryOfTheCast : public PeopleTest
{
protected:
    static StoryQuestion asked(std::string code, std::string_view period)
    {
        StoryQuestion question;
        question.code = std::move(code);
        question.period = Period::parse(period).value();
        return question;
    }
    std::int64_t total(const StoryQuestion& question)
    {
        auto told = story(app(), actor(Role::province_commission), question);
        EXPECT_TRUE(told) << told.error().message;
        return std::get<std::int64_t>(told->table.rows.front()[2]);
    }
    Problem refusal(const StoryQuestion& question, Role role)
    {
        auto told = story(app(), actor(role), question);
        EXPECT_FALSE(told);
        return told ? Problem{} : told.error();
    }
};
ON_BOTH_REGISTERS(StoryOfTheCast);

TEST_P(StoryOfTheCast, CountsAUnitWithEverythingBelowIt)
{
    EXPECT_EQ(total(asked("99", "2007-01-01..2012-03-31")), 6);
    EXPECT_EQ(total(asked("99.001", "2007-01-01..2012-03-31")), 4);
    EXPECT_EQ(total(asked("99.002", "2007-01-01..2012-03-31")), 2);
    EXPECT_EQ(total(asked("99.001.001.000.001", "2010")), 2);
    EXPECT_EQ(total(asked("99.001.001.000.002", "2010")), 0);
}

TEST_P(StoryOfTheCast, OfOneDayCountsThoseAdmittedOnIt)
{
    EXPECT_EQ(total(asked("99", "2007-04-27..2007-04-27")), 1);
    EXPECT_EQ(total(asked("99", "2007-04-28..2008-09-01")), 0);
    EXPECT_EQ(total(asked("99", "2008-09-02..2008-09-02")), 1); // by the ceremony, not by the decision of 20/8
}

TEST_P(StoryOfTheCast, WhatComesAfterTheDayOfTheReportIsNotInIt)
{
    auto question = asked("99", "2026");
    EXPECT_EQ(total(question), 1);
    question.as_of = Date::of(2026, 2, 2);
    EXPECT_EQ(total(question), 0);
    auto told = story(app(), actor(Role::province_commission), question);
    EXPECT_TRUE(told->is_unfinished);
    EXPECT_EQ(told->structure, *question.as_of);
    EXPECT_EQ(told->text, "Năm 2026 (tính đến ngày 02/02/2026), toàn tỉnh chưa kết nạp đảng viên nào.");
}

TEST_P(StoryOfTheCast, EveryCountOpensIntoAsManyPeople)
{
    auto told = story(app(), actor(Role::province_commission), asked("99", "1960-01-01..2026-11-23"));
    ASSERT_TRUE(told);
    int opened = 0;
    for (std::size_t row = 0; row < told->table.rows.size(); ++row) {
        if (!told->row_people[row])
            continue;
        auto count = std::get<std::int64_t>(told->table.rows[row][2]);
        auto people = list_people(app(), actor(Role::province_commission), *told->row_people[row]);
        ASSERT_TRUE(people);
        // Trăng was admitted twice: two admissions, one person.
        EXPECT_LE(people->total, count) << row;
        EXPECT_GE(people->total + 1, count) << row;
        opened += count > 0;
    }
    EXPECT_GE(opened, 8);
}

TEST_P(StoryOfTheCast, BeginsWhereTheAskersViewBegins)
{
    StoryQuestion question{.period = Period::parse("2010").value()};
    auto of_province = story(app(), actor(Role::province_commission), question);
    auto of_cell = story(app(), actor(Role::cell_secretary), question);
    ASSERT_TRUE(of_province && of_cell);
    EXPECT_EQ(of_province->unit.id, cast::province().id);
    EXPECT_EQ(of_cell->unit.id, cast::village_cell().id);
    EXPECT_EQ(story(app(), Actor::program("phusa report"), question)->unit.id, cast::province().id);
}

TEST_P(StoryOfTheCast, AUnitOfSomebodyElseIsAnsweredLikeOneThatIsNotThere)
{
    auto foreign = refusal(asked("99.002.001", "2010"), Role::cell_secretary);
    auto unknown = refusal(asked("99.002.777", "2010"), Role::cell_secretary);
    EXPECT_EQ(foreign.kind, Problem::Kind::not_found);
    EXPECT_EQ(unknown.kind, Problem::Kind::not_found);
    auto same = unknown.message;
    same.replace(same.find("777"), 3, "001");
    EXPECT_EQ(foreign.message, same);
    StoryQuestion by_id{.organisation = cast::museum_cell().id, .code = {}, .period = Period::year(2010)};
    auto foreign_id = refusal(by_id, Role::cell_secretary);
    by_id.organisation = OrganisationId(987654);
    EXPECT_EQ(foreign_id.message, refusal(by_id, Role::cell_secretary).message);
}

TEST_P(StoryOfTheCast, IsRefusedToWhoMaySeeNoReports)
{
    EXPECT_EQ(refusal(asked("99", "2010"), Role::administrator).kind, Problem::Kind::refused);
    EXPECT_EQ(refusal({}, Role::administrator).kind, Problem::Kind::refused);
}

TEST_P(StoryOfTheCast, AUnitThatCameLaterIsToldByTheStructureOfToday)
{
    auto told = story(app(), actor(Role::province_commission), asked("99.001", "1969"));
    ASSERT_TRUE(told); // units are there since 2000
    EXPECT_EQ(told->structure, app().today());
    EXPECT_TRUE(told->text.starts_with("Năm 1969, toàn huyện")) << told->text;
    auto question = asked("99.001", "1969");
    question.structure = Date::of(1969, 12, 31);
    EXPECT_EQ(refusal(question, Role::province_commission).kind, Problem::Kind::not_found);
}

TEST_P(StoryOfTheCast, ThePeriodIsTheSettingElseFiveYearsToTheLastWholeQuarter)
{
    EXPECT_EQ(default_story_period(app(), *Date::of(2026, 11, 23)), *Period::parse("2021-01-01..2026-09-30"));
    EXPECT_EQ(default_story_period(app(), *Date::of(2026, 3, 31)), *Period::parse("2021-01-01..2025-12-31"));
    EXPECT_EQ(default_story_period(app(), *Date::of(2026, 4, 1)), *Period::parse("2021-01-01..2026-03-31"));
    write([](storage::Transaction& transaction, AuditNumber) {
        storage::set_setting(transaction, "story.period", "2007-01-01..2012-03-31");
    });
    EXPECT_EQ(default_story_period(app(), *Date::of(2026, 3, 31)), *Period::parse("2007-01-01..2012-03-31"));
}

TEST_P(StoryOfTheCast, YearsAddUpToThePeriod)
{
    auto told = story(app(), actor(Role::province_commission), asked("99", "2007-03-01..2012-03-31"));
    ASSERT_TRUE(told);
    ASSERT_EQ(told->years.size(), 6);
    std::int64_t sum = 0;
    for (const auto& year : told->years) {
        sum += year.total;
        EXPECT_EQ(year.of.size(), told->trends.size());
        EXPECT_EQ(year.people.size(), told->trends.size());
    }
    EXPECT_EQ(sum, 6);
    EXPECT_EQ(told->years.front().days, *Period::parse("2007-03-01..2007-12-31"));
    EXPECT_EQ(told->years.back().days, *Period::parse("2012-01-01..2012-03-31"));
}

TEST(PeopleBehind, AreAskedForByTheTermsOfTheIndicator)
{
    auto women = people_behind(story_indicator("women"), {});
    EXPECT_EQ(women->admission_sexes, std::vector{Sex::female});
    EXPECT_EQ(people_behind(story_indicator("youth_union"), {})->youth_union, true);
    auto farmers = people_behind(story_indicator("farmers"), {});
    EXPECT_EQ(farmers->admission_occupations, std::vector{Occupation::farmer});
    EXPECT_FALSE(farmers->age_from);
    auto young = people_behind(story_indicator("age_18_30"), {});
    EXPECT_EQ(young->age_from, 18);
    EXPECT_EQ(young->age_to, 30);
    auto old = people_behind(story_indicator("age_41_up"), {});
    EXPECT_EQ(old->age_from, 41);
    EXPECT_FALSE(old->age_to);
    auto others = people_behind(story_indicator("others"), {});
    EXPECT_EQ(std::ranges::count(others->admission_occupations, Occupation::unknown), 1);
    EXPECT_EQ(std::ranges::count(others->admission_occupations, Occupation::farmer), 0);
}

// An indicator of one dimension.
stats::Indicator indicator_of(std::string_view key, std::initializer_list<std::uint8_t> accepted)
{
    const auto& dimensions = admission_dimensions();
    auto found = std::ranges::find(dimensions, key, &stats::Dimension::key);
    stats::Indicator indicator;
    indicator.codes.push_back({.dimension = static_cast<std::size_t>(found - dimensions.begin()), .accepted = {}});
    for (auto code : accepted)
        indicator.codes.back().accepted.set(code);
    return indicator;
}

TEST(PeopleBehind, AreAskedForByEveryFactOfAnAdmission)
{
    EXPECT_EQ(people_behind(indicator_of("ethnicity", {2, 3}), {})->admission_ethnicities,
              (std::vector<std::uint8_t>{2, 3}));
    EXPECT_EQ(people_behind(indicator_of("religion", {1}), {})->admission_religions, (std::vector<std::uint8_t>{1}));
    EXPECT_EQ(people_behind(indicator_of("academic_title", {2}), {})->admission_titles.front(),
              AcademicTitle::professor);
    EXPECT_EQ(people_behind(indicator_of("private_owner", {1}), {})->private_owner, true);
    EXPECT_EQ(people_behind(indicator_of("population_policy", {0}), {})->population_policy, false);
    EXPECT_EQ(people_behind(indicator_of("foreign_marriage", {1}), {})->foreign_marriage, true);
    EXPECT_EQ(people_behind(indicator_of("readmission", {1}), {})->readmission, true);
}

TEST(PeopleBehind, AreNotAskedForWhereAListCannotTell)
{
    EXPECT_FALSE(people_behind(indicator_of("readmission", {0, 1}), {}));
}

} // namespace

} // namespace phusa
