#include "app/story.hpp"

#include "app/columns.hpp"
#include "app/report_place.hpp"
#include "app/story_numbers.hpp"
#include "app/story_people.hpp"
#include "app/story_table.hpp"
#include "app/story_text.hpp"
#include "storage/database.hpp"
#include "storage/settings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::string_view period_setting = "story.period";
constexpr int default_years = 5;

struct Drawn {
    std::string_view group;
    std::string_view key;
    std::string_view title; // short enough for a legend
};

// What the charts draw: parts of one whole that an office follows through the years.
constexpr std::array drawn{
    Drawn{"Thành phần", "youth_union", "Đoàn viên"},
    Drawn{"Thành phần", "women", "Nữ"},
    Drawn{"Thành phần", "age_18_30", "18–30 tuổi"},
    Drawn{"Thành phần", "officials", "Cán bộ, viên chức"},
    Drawn{"Nghề nghiệp", "state_agencies", "Cơ quan nhà nước"},
    Drawn{"Nghề nghiệp", "public_service_units", "Đơn vị sự nghiệp"},
    Drawn{"Nghề nghiệp", "production_and_business", "Sản xuất, kinh doanh"},
    Drawn{"Nghề nghiệp", "farmers", "Nông dân"},
    Drawn{"Chuyên môn, nghiệp vụ", "intermediate", "Trung cấp"},
    Drawn{"Chuyên môn, nghiệp vụ", "college", "Cao đẳng"},
    Drawn{"Chuyên môn, nghiệp vụ", "university", "Đại học"},
    Drawn{"Chuyên môn, nghiệp vụ", "postgraduate", "Sau đại học"},
};

PeopleQuestion admitted(const Story& story, const Period& days)
{
    PeopleQuestion question;
    question.admitted_at = story.unit.id;
    question.structure = story.structure;
    question.admitted_from = days.first;
    question.admitted_to = days.last;
    return question;
}

std::optional<PeopleQuestion> people_of(const Story& story, std::string_view key, const Period& days)
{
    if (days.last < days.first || key == unknown_age_key || key == "mean_age")
        return std::nullopt;
    if (key == "total")
        return admitted(story, days);
    return people_behind(story_indicator(key), admitted(story, days));
}

void add_years(Story& story, const StoryNumbers& numbers)
{
    for (const auto& each : drawn)
        story.trends.push_back(
            {.group = std::string(each.group), .key = std::string(each.key), .title = std::string(each.title)});
    for (const auto& counts : numbers.years) {
        Story::Year year{.days = counts.days,
                         .total = counts.total,
                         .admitted = admitted(story, counts.days),
                         .of = {},
                         .people = {}};
        for (const auto& trend : story.trends) {
            year.of.push_back(counts.at(trend.key));
            year.people.push_back(people_of(story, trend.key, counts.days));
        }
        story.years.push_back(std::move(year));
    }
}

void fill(Story& story, const StoryNumbers& numbers)
{
    const auto& days = numbers.whole.days;
    auto paragraph = write_story(numbers);
    story.text = std::move(paragraph.text);
    story.figures = std::move(paragraph.figures);
    for (auto& figure : story.figures) {
        figure.definition = definition_of(figure.key);
        figure.people = people_of(story, figure.key, days);
    }
    story.table = story_table(numbers);
    for (const auto& key : story_row_keys(numbers))
        story.row_people.push_back(people_of(story, key, days));
    add_years(story, numbers);
}

} // namespace

Result<Story> story(App& app, const Actor& actor, const StoryQuestion& asked)
{
    auto as_of = asked.as_of.value_or(app.today());
    auto period = asked.period ? *asked.period : default_story_period(app, as_of);
    auto place = TRY(report_place(app, actor, asked, period, as_of));
    auto cube = admission_cube(app, place.structure);
    Story story{.unit = place.unit,
                .period = period,
                .structure = place.structure,
                .as_of = as_of,
                .is_unfinished = as_of < period.last};
    StoryNumbers numbers{.kind = place.unit.kind, .unit_name = place.unit.name, .period = period, .as_of = as_of};
    count_story(numbers, cube->columns, cube->range_of(place.unit.id));
    fill(story, numbers);
    return story;
}

Period default_story_period(App& app, Date as_of)
{
    auto session = app.database().read();
    if (auto text = storage::setting(session, period_setting))
        if (auto period = Period::parse(*text))
            return *period;
    auto quarter_first = *Date::of(as_of.year(), (as_of.month() - 1) / 3 * 3 + 1, 1);
    return {.first = *Date::of(as_of.year() - default_years, 1, 1), .last = quarter_first.plus_days(-1)};
}

} // namespace phusa
