#include "base/working_days.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>

namespace phusa
{

namespace
{

WorkingDays viet_nam()
{
    std::ifstream file(PHUSA_SOURCE_DIR "/regulations/holidays.toml");
    std::stringstream text;
    text << file.rdbuf();
    return WorkingDays::parse(text.str()).value();
}

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

// The lunar calendar of Viet Nam by astronomy (Meeus, Astronomical Algorithms, shortened), at UTC+7. Julian day
// numbers.
constexpr double unix_epoch = 2440587.5;

double degrees_sin(double degrees) { return std::sin(degrees * std::numbers::pi / 180); }

// The day in Viet Nam on which new moon number k after 1900 falls.
Date new_moon(int k)
{
    double t = k / 1236.85;
    double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t + 0.00033 * degrees_sin(166.56 + 132.87 * t);
    double sun = 359.2242 + 29.10535608 * k;
    double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t;
    double node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t;
    double shift = (0.1734 - 0.000393 * t) * degrees_sin(sun) + 0.0021 * degrees_sin(2 * sun) -
                   0.4068 * degrees_sin(moon) + 0.0161 * degrees_sin(2 * moon) - 0.0004 * degrees_sin(3 * moon) +
                   0.0104 * degrees_sin(2 * node) - 0.0051 * degrees_sin(sun + moon) -
                   0.0074 * degrees_sin(sun - moon) + 0.0010 * degrees_sin(2 * node - moon);
    double clock = 0.0008; // dynamical time is that much ahead of ours, in days
    double vietnam = mean + shift - clock + 7.0 / 24;
    return Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(vietnam - unix_epoch)))));
}

// Which twelfth of its path the sun is in when `date` begins in Viet Nam; 9 begins with the winter solstice.
int solar_twelfth(Date date)
{
    double t = (date.sys_days().time_since_epoch().count() - 7.0 / 24 + unix_epoch - 2451545) / 36525;
    double anomaly = 357.5291 + 35999.0503 * t;
    double longitude = 280.46645 + 36000.76983 * t + (1.9146 - 0.004817 * t) * degrees_sin(anomaly) +
                       0.019993 * degrees_sin(2 * anomaly) + 0.00029 * degrees_sin(3 * anomaly);
    return static_cast<int>(std::fmod(longitude, 360) / 30);
}

// The new moon that begins the month of the winter solstice of `year`: the eleventh.
int eleventh_month(int year)
{
    int k = static_cast<int>((year - 1899) * 12.3685) - 2;
    while (new_moon(k + 1) <= Date::of(year, 12, 31))
        ++k;
    return solar_twelfth(new_moon(k)) < 9 ? k : k - 1;
}

// First day of lunar `month` (1 to 10) of `year`, leap months passed over.
Date lunar_month(int year, int month)
{
    int k = eleventh_month(year - 1);
    bool leap_year = eleventh_month(year) - k == 13;
    for (int passed = 0; passed < month + 1;) {
        ++k;
        bool leap = leap_year && solar_twelfth(new_moon(k)) == solar_twelfth(new_moon(k + 1));
        leap_year = leap_year && !leap;
        passed += leap ? 0 : 1;
    }
    return new_moon(k);
}

TEST(HolidaysTest, the_lunar_days_off_agree_with_the_moon)
{
    auto days = viet_nam();
    ASSERT_EQ(lunar_month(2007, 1), day("2007-02-17")) << "a day before Beijing";
    ASSERT_EQ(lunar_month(2023, 3).plus_days(9), day("2023-04-29")) << "after a leap second month";
    for (int year = 2006; year <= 2027; ++year) {
        auto tet = lunar_month(year, 1);
        for (int shift = -1; shift <= 2; ++shift)
            EXPECT_EQ(days.name_of(tet.plus_days(shift)), "Tết Nguyên đán") << tet.plus_days(shift).iso();
        auto hung_kings = lunar_month(year, 3).plus_days(9);
        EXPECT_EQ(days.name_of(hung_kings), year < 2007 ? "" : "Giỗ Tổ Hùng Vương") << hung_kings.iso();
    }
}

TEST(HolidaysTest, the_days_of_the_law_are_off_in_every_year)
{
    auto days = viet_nam();
    for (int year = 2006; year <= 2027; ++year) {
        EXPECT_EQ(days.name_of(Date::of(year, 1, 1).value()), "Tết Dương lịch");
        EXPECT_EQ(days.name_of(Date::of(year, 4, 30).value()), "Ngày Chiến thắng 30/4");
        EXPECT_EQ(days.name_of(Date::of(year, 5, 1).value()), "Quốc tế Lao động");
        EXPECT_EQ(days.name_of(Date::of(year, 9, 2).value()), "Quốc khánh");
        EXPECT_EQ(days.name_of(Date::of(year, 11, 24).value()), year < 2026 ? "" : "Ngày Văn hóa Việt Nam");
    }
}

// What the Labour Codes give: 8 days (9 with Giỗ Tổ since 2007, 10 since 2014, 11 since 2021, 12 since 2027, and 12 in
// 2026), each of them a weekday off, for those on weekends are compensated. Swaps give a day and take one.
TEST(HolidaysTest, every_year_has_as_many_free_weekdays_as_the_law_gives)
{
    auto days = viet_nam();
    for (int year = 2006; year <= 2026; ++year) {
        int given = year < 2007 ? 8 : year < 2014 ? 9 : year < 2021 ? 10 : year < 2026 ? 11 : 12;
        int free = 0;
        for (auto date = Period::year(year).first; date <= Period::year(year).last; date = date.plus_days(1)) {
            bool weekday = date.weekday() != std::chrono::Saturday && date.weekday() != std::chrono::Sunday;
            bool swapped = days.name_of(date).starts_with("Nghỉ hoán đổi");
            free += weekday && !days.is_working_day(date) && !swapped ? 1 : 0;
        }
        EXPECT_EQ(free, given) << year;
    }
}

TEST(HolidaysTest, every_year_says_where_it_is_from)
{
    auto days = viet_nam();
    ASSERT_EQ(days.years().size(), 22U);
    EXPECT_EQ(days.years().front().year, 2006);
    EXPECT_EQ(days.years().back().confidence, "undecided");
    for (const auto& year : days.years())
        EXPECT_GT(year.source.size(), 20U) << year.year;
}

struct Fault {
    std::string_view entry;
    std::string_view message;
};

std::string file_with(std::string_view entry)
{
    return "[[year]]\nyear = 2023\nconfidence = \"decided\"\nsource = \"x\"\ndays_off = [\n"
           "    { date = 2023-01-01, name = \"Tết Dương lịch\" },\n    " +
           std::string(entry) + "\n]\n";
}

TEST(HolidaysTest, a_fault_is_named_with_its_line)
{
    ASSERT_TRUE(WorkingDays::parse(file_with("")));
    const std::vector<Fault> faults{
        {"{ date = 2023-02-30, name = \"x\" },", "dòng 7"},
        {"{ date = \"2023-02-28\", name = \"x\" },", "dòng 7: \"date\" phải là một ngày"},
        {"{ name = \"x\" },", "thiếu \"date\""},
        {"{ date = 2023-02-28 },", "thiếu \"name\""},
        {"{ date = 2023-02-28, nome = \"x\", name = \"x\" },", "không có mục nào tên là \"nome\""},
        {"{ date = 2022-02-28, name = \"x\" },", "28/02/2022 không thuộc năm 2023"},
        {"{ date = 2023-01-01, name = \"x\" },", "01/01/2023 đã có ở trên"},
        {"{ date = 2023-02-28, to = 2023-02-27, name = \"x\" },", "sớm hơn"},
        {"{ date = 2023-01-02, name = \"x\", instead_of = 2023-01-08 },", "phải là ngày lễ trùng"},
        {"{ date = 2023-01-07, name = \"x\", instead_of = 2023-01-01 },", "từ thứ Hai đến thứ Sáu"},
        {"{ date = 2023-01-03, name = \"x\", worked = 2023-01-05 },", "thứ Bảy hoặc Chủ nhật"},
        {"{ date = 2023-01-03, name = \"x\", worked = 2023-01-01 },", "vừa là ngày nghỉ vừa là ngày làm bù"},
        {"7,", "dòng 7: mỗi ngày nghỉ viết như"},
        {"{ date = ,", "dòng 7: không đọc được TOML"},
    };
    for (const auto& fault : faults) {
        auto days = WorkingDays::parse(file_with(fault.entry));
        ASSERT_FALSE(days) << fault.entry;
        EXPECT_NE(days.error().message.find(fault.message), std::string::npos)
            << fault.entry << ": " << days.error().message;
    }
    EXPECT_FALSE(WorkingDays::parse(""));
    auto gap = WorkingDays::parse(file_with("") + "[[year]]\nyear = 2025\nconfidence = \"law\"\nsource = \"x\"\n");
    ASSERT_FALSE(gap);
    EXPECT_EQ(gap.error().message, "Ngày nghỉ, dòng 9: sau năm 2023 phải là năm 2024.");
}

} // namespace

} // namespace phusa
