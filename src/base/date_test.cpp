#include "base/case_file.hpp"
#include "base/date.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

std::vector<CaseRow> cases(const std::string& name) { return case_rows(PHUSA_SOURCE_DIR "/tests/base/" + name); }

TEST(DateTest, reads_only_real_days_in_iso)
{
    EXPECT_EQ(day("2025-04-03").vietnamese(), "03/04/2025");
    EXPECT_EQ(day("2025-04-03").iso(), "2025-04-03");
    for (auto wrong : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-04-00", "2025-4-3", "2025/04/03", "25-04-03",
                       "+025-04-03", "2025-04-03 ", "2025-04-0x", "1799-12-31", "2200-01-01", ""})
        EXPECT_FALSE(Date::from_iso(wrong)) << wrong;
}

TEST(DateTest, every_day_survives_the_way_to_text_and_back)
{
    int number = days_between(day("1900-01-01"), day("1800-01-01"));
    for (auto date = day("1800-01-01"); date <= day("2199-12-31"); date = date.plus_days(1), ++number) {
        ASSERT_EQ(Date::from_iso(date.iso()), date);
        ASSERT_EQ(Date::of(date.year(), date.month(), date.day()), date);
        ASSERT_EQ(date.days_since_1900(), number) << date.iso();
    }
    EXPECT_EQ(day("2079-06-06").days_since_1900(), 65535);
}

TEST(DateTest, adding_months_keeps_the_day_or_takes_the_last_one)
{
    for (auto date = day("2023-01-01"); date <= day("2026-12-31"); date = date.plus_days(1)) {
        for (int months = -30; months <= 30; ++months) {
            auto moved = date.plus_months(months);
            ASSERT_EQ(moved.year() * 12 + moved.month(), date.year() * 12 + date.month() + months);
            bool is_last = moved.plus_days(1).month() != moved.month();
            ASSERT_TRUE(moved.day() == date.day() || (moved.day() < date.day() && is_last))
                << date.iso() << " + " << months << " = " << moved.iso();
        }
    }
}

TEST(DateTest, spans_of_months_follow_the_table)
{
    for (const auto& row : cases("month_spans.case"))
        EXPECT_EQ(end_of_months(day(row.cell(0)), std::stoi(row.cell(1))).iso(), row.cell(2)) << row.place;
}

TEST(DateTest, ages_follow_the_table)
{
    for (const auto& row : cases("ages.case")) {
        auto born = PartialDate::from_iso(row.cell(0)).value();
        EXPECT_EQ(age_in_months(born, day(row.cell(1))), std::stoi(row.cell(2))) << row.place;
        EXPECT_EQ(age_in_years(born, day(row.cell(1))), std::stoi(row.cell(3))) << row.place;
    }
}

TEST(PartialDateTest, typed_dates_follow_the_table)
{
    for (const auto& row : cases("typed_dates.case")) {
        auto date = PartialDate::from_vietnamese(row.cell(0));
        if (row.cell(1) != "lỗi") {
            ASSERT_TRUE(date) << row.place << ": " << date.error().message;
            EXPECT_EQ(date->iso(), row.cell(1)) << row.place;
            continue;
        }
        ASSERT_FALSE(date) << row.place << ": read as " << date->iso();
        EXPECT_EQ(date.error().kind, Problem::Kind::invalid) << row.place;
        EXPECT_NE(date.error().message.find(row.cell(2)), std::string::npos)
            << row.place << ": " << date.error().message;
    }
}

TEST(PartialDateTest, means_from_its_first_to_its_last_day)
{
    auto year = PartialDate::of_year(2024).value();
    auto month = PartialDate::of_month(2024, 2).value();
    PartialDate exact(day("2024-02-10"));
    EXPECT_EQ(year.last().iso(), "2024-12-31");
    EXPECT_EQ(month.last().iso(), "2024-02-29");
    EXPECT_EQ(exact.last(), exact.first());
    EXPECT_EQ(exact.day(), day("2024-02-10"));
    EXPECT_FALSE(month.day());
    EXPECT_EQ(year.vietnamese(), "2024");
    EXPECT_EQ(month.vietnamese(), "02/2024");
    EXPECT_EQ(exact.vietnamese(), "10/02/2024");
    EXPECT_FALSE(PartialDate::of_month(2024, 13));
    EXPECT_FALSE(PartialDate::of_year(1799));
}

TEST(PartialDateTest, is_ordered_by_its_first_day_then_the_less_exact_first)
{
    std::vector<std::string> in_order{"2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"};
    for (std::size_t i = 0; i + 1 < in_order.size(); ++i)
        EXPECT_LT(PartialDate::from_iso(in_order[i]).value(), PartialDate::from_iso(in_order[i + 1]).value())
            << in_order[i] << " before " << in_order[i + 1];
    EXPECT_NE(PartialDate::of_year(2024).value(), PartialDate(day("2024-01-01")));
    for (auto wrong : {"2024-13", "2024-1", "202", "20245", "2024-", "2024-01-1", "abcd", ""})
        EXPECT_FALSE(PartialDate::from_iso(wrong)) << wrong;
}

} // namespace

} // namespace phusa
