#include "app/columns.hpp"
#include "app/story_text.hpp"
#include "app/story_words.hpp"
#include "base/case_file.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace phusa
{

namespace
{

const std::string cases = PHUSA_SOURCE_DIR "/tests/app/";

// One register of story.case: its numbers, and what is to be said of them.
struct Told {
    std::string place;
    StoryNumbers numbers;
    stats::Columns columns{admission_dimensions()};
    bool is_counted = false; // from people, not written down as counts
    std::string says = {};
};

Told begin(const CaseRow& row)
{
    Told told{.place = row.place, .numbers = {}};
    told.numbers.unit_name = row.cell(1);
    told.numbers.kind = organisation_kind(row.cell(2)).value();
    told.numbers.period = Period::parse(row.cell(3)).value();
    told.numbers.as_of = Date::from_iso(row.cell(4)).value();
    told.numbers.whole.days = told.numbers.period;
    told.is_counted = true;
    return told;
}

std::uint8_t code(std::string_view dimension, const std::string& value)
{
    const auto& all = admission_dimensions();
    return std::ranges::find(all, dimension, &stats::Dimension::key)->code_of(value).value();
}

void add_people(Told& told, const CaseRow& row)
{
    auto day = Date::from_iso(row.cell(2)).value();
    auto born = PartialDate::from_iso(row.cell(3));
    std::vector<std::uint8_t> codes(admission_dimensions().size(), 0);
    auto set = [&](std::string_view dimension, const std::string& value) {
        codes[told.columns.dimension(dimension).value()] = code(dimension, value);
    };
    set("sex", row.cell(4));
    set("occupation", row.cell(5));
    set("general_education", row.cell(6));
    set("qualification", row.cell(7));
    set("youth_union_member", row.cell(8));
    for (int i = 0; i < std::stoi(row.cell(1)); ++i)
        told.columns.add(1, static_cast<std::uint16_t>(day.days_since_1900()),
                         static_cast<std::uint16_t>(born ? age_in_months(*born, day) : 0), codes);
}

StoryCounts year_of(const CaseRow& row)
{
    StoryCounts year;
    year.days = Period::parse(row.cell(1)).value();
    year.total = std::stoll(row.cell(2));
    std::istringstream parts(row.cell(3));
    for (std::string part; std::getline(parts, part, ',');) {
        std::istringstream words(part);
        std::string key;
        words >> key;
        words >> year.of[story_indicator(key).key];
    }
    return year;
}

void add_row(Told& told, const CaseRow& row)
{
    auto& whole = told.numbers.whole;
    const auto& what = row.cells[0];
    if (what == "says") {
        told.says += (told.says.empty() ? "" : " ") + row.cell(1);
    } else if (what == "people") {
        add_people(told, row);
    } else if (what == "year") {
        told.numbers.years.push_back(year_of(row));
    } else if (what == "count") {
        whole.of[story_indicator(row.cell(1)).key] = std::stoll(row.cell(2));
    } else if (what == "total") {
        told.is_counted = false;
        whole.total = whole.ages_known = std::stoll(row.cell(1));
        whole.age_months = std::stoll(row.cell(2));
    } else {
        throw std::runtime_error(row.place + ": " + what);
    }
}

std::vector<Told> read_stories()
{
    std::vector<Told> stories;
    for (const auto& row : case_rows(cases + "story.case"))
        if (row.cells[0] == "register")
            stories.push_back(begin(row));
        else
            add_row(stories.back(), row);
    for (auto& told : stories)
        if (told.is_counted) {
            told.columns.sort();
            count_story(told.numbers, told.columns, {1, 2});
        }
    return stories;
}

// The part of a text from a code point on.
std::string from_code_point(const std::string& text, std::size_t offset)
{
    std::size_t at = 0;
    while (at < text.size() && code_points(text.substr(0, at)) < offset)
        ++at;
    return text.substr(at);
}

std::int64_t counted(const Paragraph& paragraph, std::string_view key)
{
    for (const auto& figure : paragraph.figures)
        if (figure.key == key && figure.unit == "người")
            return static_cast<std::int64_t>(figure.value);
    return 0;
}

TEST(Story, SaysOfEachRegisterWhatAnOfficeWouldWrite)
{
    for (const auto& told : read_stories())
        EXPECT_EQ(write_story(told.numbers).text, told.says) << told.place;
}

TEST(Story, KnowsWhereEachNumberStands)
{
    for (const auto& told : read_stories()) {
        auto paragraph = write_story(told.numbers);
        EXPECT_EQ(paragraph.figures.empty(), told.numbers.whole.total == 0) << told.place;
        for (const auto& figure : paragraph.figures)
            EXPECT_TRUE(from_code_point(paragraph.text, figure.offset).starts_with(figure.text))
                << told.place << ": " << figure.key << ' ' << figure.offset;
    }
}

TEST(Story, FiguresCarryTheNumberThatIsPrinted)
{
    for (const auto& told : read_stories())
        for (const auto& figure : write_story(told.numbers).figures) {
            auto plain = figure.text.substr(0, figure.text.find('%'));
            std::erase(plain, '.');
            std::ranges::replace(plain, ',', '.');
            EXPECT_DOUBLE_EQ(std::stod(plain), figure.value) << told.place << ": " << figure.text;
            EXPECT_EQ(figure.unit == "%", figure.text.ends_with('%')) << told.place << ": " << figure.text;
        }
}

TEST(Story, IsComposedTextOnOneLine)
{
    for (const auto& told : read_stories()) {
        auto text = write_story(told.numbers).text;
        EXPECT_EQ(clean_text(text), text) << told.place;
        EXPECT_EQ(text.find('\n'), std::string::npos) << told.place;
    }
}

TEST(Story, PartsOfEachGroupAddUpToTheTotal)
{
    int checked = 0;
    for (const auto& told : read_stories()) {
        if (told.numbers.whole.total < 2)
            continue;
        ++checked;
        auto paragraph = write_story(told.numbers);
        for (const auto& group : story_groups()) {
            std::int64_t sum = counted(paragraph, group.rest);
            for (auto key : group.keys)
                sum += counted(paragraph, key);
            if (sum < told.numbers.whole.total)
                for (auto key : group.rest_keys)
                    sum += counted(paragraph, key);
            EXPECT_EQ(sum, told.numbers.whole.total) << told.place << ": " << group.title;
        }
    }
    EXPECT_GE(checked, 8);
}

TEST(Story, RemainsOfAGroupAreItsParts)
{
    for (const auto& group : story_groups()) {
        if (group.rest.empty())
            continue;
        auto rest = story_indicator(group.rest).codes.at(0);
        std::bitset<256> parts;
        for (auto key : group.rest_keys) {
            EXPECT_TRUE((parts & story_indicator(key).codes.at(0).accepted).none()) << key;
            parts |= story_indicator(key).codes.at(0).accepted;
        }
        EXPECT_EQ(parts, rest.accepted) << group.rest;
    }
}

TEST(PeriodWords, AreThoseOfTheOffice)
{
    for (const auto& row : case_rows(cases + "story-periods.case"))
        EXPECT_EQ(period_words(Period::parse(row.cell(0)).value()), row.cell(1)) << row.place;
}

TEST(PrintedShare, NeverReadsNoneOrAllWhereItIsNeither)
{
    EXPECT_EQ(printed_share(6658, 10986).text, "60,6%");
    EXPECT_EQ(printed_share(107, 10986).text, "0,97%");
    EXPECT_EQ(printed_share(721, 10986).text, "6,6%");
    EXPECT_EQ(printed_share(1, 100).text, "1%");
    EXPECT_EQ(printed_share(1, 8).text, "12,5%");
    EXPECT_EQ(printed_share(999, 2000).text, "50,0%");
    EXPECT_EQ(printed_share(1, 60000).text, "0,002%");
    EXPECT_EQ(printed_share(9999, 10000).text, "99,99%");
    EXPECT_EQ(printed_share(0, 5).text, "0%");
    EXPECT_EQ(printed_share(5, 5).text, "100%");
    EXPECT_DOUBLE_EQ(printed_share(107, 10986).value, 0.97);
}

TEST(UnitWords, NameTheWholeOfAnArea)
{
    EXPECT_EQ(unit_words(OrganisationKind::province_committee, "Đảng bộ tỉnh Thái Bình"), "toàn tỉnh");
    EXPECT_EQ(unit_words(OrganisationKind::province_committee, "Đảng bộ thành phố Hải Phòng"), "toàn thành phố");
    EXPECT_EQ(unit_words(OrganisationKind::district_committee, "Đảng bộ huyện Quỳnh Phụ"), "toàn huyện");
    EXPECT_EQ(unit_words(OrganisationKind::bloc_committee, "Đảng bộ Khối các cơ quan tỉnh"),
              "Đảng bộ Khối các cơ quan tỉnh");
    EXPECT_EQ(unit_words(OrganisationKind::commune_committee, "Đảng bộ xã Thụy Trường"), "Đảng bộ xã Thụy Trường");
}

} // namespace

} // namespace phusa
