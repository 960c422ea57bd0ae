#include "domain/validity.hpp"

#include <gtest/gtest.h>

namespace phusa
{

TEST(Validity, holds_from_its_first_day_up_to_not_including_the_last)
{
    Validity year{.first = *Date::of(2025, 1, 1), .until = *Date::of(2026, 1, 1)};
    EXPECT_FALSE(year.covers(*Date::of(2024, 12, 31)));
    EXPECT_TRUE(year.covers(*Date::of(2025, 1, 1)));
    EXPECT_TRUE(year.covers(*Date::of(2025, 12, 31)));
    EXPECT_FALSE(year.covers(*Date::of(2026, 1, 1)));
}

TEST(Validity, is_open_without_an_end)
{
    Validity open{.first = *Date::of(2025, 1, 1), .until = std::nullopt};
    EXPECT_TRUE(open.covers(*Date::of(2199, 12, 31)));
    EXPECT_FALSE(open.covers(*Date::of(2024, 12, 31)));
}

} // namespace phusa
