#include "base/date.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

struct Row {
    std::string written;
    std::string first;
    std::string last;
    std::string spoken;
};

TEST(PeriodTest, is_read_and_spoken_as_an_office_writes_it)
{
    const std::vector<Row> rows{
        {"2026", "2026-01-01", "2026-12-31", "năm 2026"},
        {"2026-H1", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"},
        {"2026-H2", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026"},
        {"2012-Q1", "2012-01-01", "2012-03-31", "quý I năm 2012"},
        {"2012-Q2", "2012-04-01", "2012-06-30", "quý II năm 2012"},
        {"2012-Q3", "2012-07-01", "2012-09-30", "quý III năm 2012"},
        {"2012-Q4", "2012-10-01", "2012-12-31", "quý IV năm 2012"},
        {"2026-04", "2026-04-01", "2026-04-30", "tháng 4 năm 2026"},
        {"2024-02", "2024-02-01", "2024-02-29", "tháng 2 năm 2024"},
        {"2007-01-01..2012-03-31", "2007-01-01", "2012-03-31", "từ 01/01/2007 đến 31/3/2012"},
        {"2026-01-01..2026-12-31", "2026-01-01", "2026-12-31", "năm 2026"},
        {"2026-02-03..2026-02-03", "2026-02-03", "2026-02-03", "ngày 03/02/2026"},
        {"2025-05-01..2025-07-31", "2025-05-01", "2025-07-31", "từ 01/5/2025 đến 31/7/2025"},
        {"2025-10-09..2025-11-30", "2025-10-09", "2025-11-30", "từ 09/10/2025 đến 30/11/2025"},
    };
    for (const auto& row : rows) {
        auto period = Period::parse(row.written);
        ASSERT_TRUE(period) << row.written;
        EXPECT_EQ(period->first.iso(), row.first) << row.written;
        EXPECT_EQ(period->last.iso(), row.last) << row.written;
        EXPECT_EQ(period->vietnamese(), row.spoken) << row.written;
    }
}

TEST(PeriodTest, refuses_what_it_cannot_read_with_a_way_on)
{
    for (auto wrong : {"", "26", "2026-H3", "2026-H0", "2026-Q5", "2026-q1", "2026-13", "2026-01-01", "2026..2027",
                       "2026-01-01..2026-02-30", "2026-01-01..", "1700"}) {
        auto period = Period::parse(wrong);
        ASSERT_FALSE(period) << wrong;
        EXPECT_NE(period.error().message.find("2026-H1"), std::string::npos) << wrong;
    }
    auto backwards = Period::parse("2026-02-01..2026-01-31");
    ASSERT_FALSE(backwards);
    EXPECT_EQ(backwards.error().message, "Kỳ báo cáo kết thúc (31/01/2026) trước khi bắt đầu (01/02/2026).");
}

TEST(PeriodTest, contains_both_its_ends)
{
    auto year = Period::year(2026);
    EXPECT_EQ(year, Period::parse("2026").value());
    EXPECT_TRUE(year.contains(year.first));
    EXPECT_TRUE(year.contains(year.last));
    EXPECT_FALSE(year.contains(year.first.plus_days(-1)));
    EXPECT_FALSE(year.contains(year.last.plus_days(1)));
}

} // namespace

} // namespace phusa
