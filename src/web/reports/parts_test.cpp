#include "web/reports/handlers.hpp"
#include "web/reports/story_json.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace phusa::web::reports
{

namespace
{

// "Năm 2011, … đã kết nạp được 8 đảng viên, trong đó: nữ 5, chiếm 62,5%." with its two numbers that are people.
Story small_story()
{
    Story story;
    story.unit.id = OrganisationId(7);
    story.unit.code = "99.001";
    story.unit.name = "Đảng bộ huyện Bãi Ngang";
    story.period = Period::year(2011);
    story.structure = story.as_of = story.period.last;
    story.text = "Toàn huyện kết nạp 8 người, nữ 5, chiếm 62,5%.";
    PeopleQuestion everybody;
    everybody.admitted_at = story.unit.id;
    PeopleQuestion women = everybody;
    women.admission_sexes = {Sex::female};
    story.figures = {
        {.text = "8", .offset = 19, .value = 8, .unit = "người", .share = {}, .key = "total", .people = everybody},
        {.text = "5", .offset = 31, .value = 5, .unit = "người", .share = 62.5, .key = "women", .people = women},
        {.text = "62,5%", .offset = 40, .value = 62.5, .unit = "%", .share = {}, .key = "women", .people = women}};
    using Kind = Table::Kind;
    story.table.columns = {
        {"indicator", "Chỉ tiêu", Kind::text}, {"count", "Người", Kind::count}, {"share", "Tỷ lệ", Kind::percent}};
    story.table.rows = {{std::string("Nữ"), std::int64_t{5}, 62.5}, {std::string("Khác"), std::int64_t{0}, Cell()}};
    story.row_people = {women, std::nullopt};
    return story;
}

std::string text_of(const View& parts)
{
    std::string text;
    for (const auto& part : *parts.list())
        text += *part.find("part")->text();
    return text;
}

std::vector<std::string> links_of(const View& parts)
{
    std::vector<std::string> links;
    for (const auto& part : *parts.list())
        if (!part.find("part_href")->text()->empty())
            links.push_back(*part.find("part")->text() + " " + *part.find("part_href")->text());
    return links;
}

TEST(ParagraphView, IsTheTextWithItsPeopleBehindTheCounts)
{
    auto story = small_story();
    auto parts = paragraph_view(story, true);
    EXPECT_EQ(text_of(parts), story.text);
    EXPECT_EQ(links_of(parts), (std::vector<std::string>{"8 /nguoi?kn_tai=7", "5 /nguoi?kn_tai=7&kn_gioi=female"}));
}

TEST(ParagraphView, IsPlainForWhoMayNotSeePeople)
{
    auto story = small_story();
    auto parts = paragraph_view(story, false);
    EXPECT_EQ(text_of(parts), story.text);
    EXPECT_TRUE(links_of(parts).empty());
}

TEST(StoryJson, HasTheShapeOfReports)
{
    auto answer = boost::json::parse(story_json(small_story(), true)).as_object();
    EXPECT_EQ(answer["org"], (boost::json::value{{"code", "99.001"}, {"name", "Đảng bộ huyện Bãi Ngang"}}));
    EXPECT_EQ(answer["period"], (boost::json::value{{"from", "2011-01-01"}, {"to", "2011-12-31"}}));
    EXPECT_EQ(answer["structure"], "2011-12-31");
    EXPECT_EQ(answer["as_of"], "2011-12-31");
    EXPECT_EQ(answer["columns"].at(1).at("kind"), "count");
    EXPECT_EQ(answer["rows"].at(0).at("share"), 62.5);
    EXPECT_EQ(answer["rows"].at(0).at("people"), "/api/v1/people?admitted_at=7&admission_sex=female");
    EXPECT_TRUE(answer["rows"].at(1).at("share").is_null());
    EXPECT_EQ(answer["figures"].at(1).at("value"), 5);
    EXPECT_EQ(answer["figures"].at(1).at("share"), 62.5);
    EXPECT_TRUE(answer["figures"].at(0).at("share").is_null());
}

TEST(StoryJson, WritesNumbersAsPeopleReadThem)
{
    auto text = story_json(small_story(), true);
    EXPECT_NE(text.find("\"share\":62.5"), std::string::npos);
    EXPECT_NE(text.find("\"value\":8,"), std::string::npos);
}

TEST(StoryJson, NamesNobodyToWhoMayNotSeePeople)
{
    auto text = story_json(small_story(), false);
    EXPECT_EQ(text.find("/api/v1/people"), std::string::npos);
    EXPECT_TRUE(boost::json::parse(text).at("figures").at(0).at("people").is_null());
}

} // namespace

} // namespace phusa::web::reports
