#include "base/number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace phusa
{

namespace
{

TEST(NumberTextTest, groups_thousands_by_points)
{
    EXPECT_EQ(vietnamese_number(0), "0");
    EXPECT_EQ(vietnamese_number(999), "999");
    EXPECT_EQ(vietnamese_number(1'000), "1.000");
    EXPECT_EQ(vietnamese_number(10'986), "10.986");
    EXPECT_EQ(vietnamese_number(6'000'000), "6.000.000");
    EXPECT_EQ(vietnamese_number(-1), "-1");
    EXPECT_EQ(vietnamese_number(-123'456), "-123.456");
    EXPECT_EQ(vietnamese_number(std::numeric_limits<std::int64_t>::max()), "9.223.372.036.854.775.807");
    EXPECT_EQ(vietnamese_number(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

TEST(NumberTextTest, rounds_decimals_half_up_as_they_are_printed)
{
    EXPECT_EQ(vietnamese_decimal(29.5, 1), "29,5");
    EXPECT_EQ(vietnamese_decimal(29.45, 1), "29,5"); // its bits lie below 29.45
    EXPECT_EQ(vietnamese_decimal(1.005, 2), "1,01");
    EXPECT_EQ(vietnamese_decimal(29.449999, 1), "29,4");
    EXPECT_EQ(vietnamese_decimal(0.5, 0), "1");
    EXPECT_EQ(vietnamese_decimal(0.05, 1), "0,1");
    EXPECT_EQ(vietnamese_decimal(0.97, 2), "0,97");
    EXPECT_EQ(vietnamese_decimal(3, 2), "3,00");
    EXPECT_EQ(vietnamese_decimal(999.95, 1), "1.000,0");
    EXPECT_EQ(vietnamese_decimal(9.99, 1), "10,0");
    EXPECT_EQ(vietnamese_decimal(1234567.891, 1), "1.234.567,9");
    EXPECT_EQ(vietnamese_decimal(1e20, 0), "100.000.000.000.000.000.000");
    EXPECT_EQ(vietnamese_decimal(1e-20, 1), "0,0");
    EXPECT_EQ(vietnamese_decimal(-2.25, 1), "-2,3");
    EXPECT_EQ(vietnamese_decimal(-0.04, 1), "0,0");
    EXPECT_EQ(vietnamese_decimal(-0.0, 0), "0");
    EXPECT_EQ(vietnamese_decimal(std::nan(""), 1), "–");
    EXPECT_EQ(vietnamese_decimal(std::numeric_limits<double>::infinity(), 1), "–");
}

TEST(NumberTextTest, shares_of_the_article_come_out_as_printed_or_rounded_right)
{
    EXPECT_EQ(vietnamese_share(6'658, 10'986), "60,6%");
    EXPECT_EQ(vietnamese_share(1'624, 10'986), "14,8%");
    EXPECT_EQ(vietnamese_share(6'428, 10'986), "58,5%");
    EXPECT_EQ(vietnamese_share(107, 10'986, 2), "0,97%");
    EXPECT_EQ(vietnamese_share(10'986, 10'986), "100,0%");
    EXPECT_EQ(vietnamese_share(0, 10'986), "0,0%");
    EXPECT_EQ(vietnamese_share(7, 0), "–");
    EXPECT_EQ(vietnamese_share(-1, 3), "-33,3%");
    EXPECT_EQ(vietnamese_share(30, 1), "3.000,0%");
    EXPECT_EQ(vietnamese_short_share(19, 19), "100%");
    EXPECT_EQ(vietnamese_short_share(16, 19), "84,2%");
    EXPECT_DOUBLE_EQ(share(6'658, 10'986), 60.6);
    EXPECT_DOUBLE_EQ(share(1, 3, 4), 33.3333);
    EXPECT_DOUBLE_EQ(share(1, 0), 0);
}

// Against long division by hand, digit after digit.
TEST(NumberTextTest, shares_are_rounded_half_up_for_every_small_fraction)
{
    for (std::int64_t whole = 1; whole <= 400; ++whole) {
        for (std::int64_t part = 0; part <= whole; ++part) {
            auto tenths = part * 1000 / whole;
            if (part * 1000 % whole * 2 >= whole)
                ++tenths;
            auto expected = std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + "%";
            ASSERT_EQ(vietnamese_share(part, whole), expected) << part << " of " << whole;
        }
    }
    EXPECT_EQ(vietnamese_share(1, 8, 0), "13%");
    EXPECT_EQ(vietnamese_share(1, 2'000), "0,1%");
    EXPECT_EQ(vietnamese_share(1, 2'001), "0,0%");
    EXPECT_EQ(vietnamese_share(4'000'000'000'000'000'000, 8'000'000'000'000'000'000, 3), "50,000%");
}

} // namespace

} // namespace phusa
