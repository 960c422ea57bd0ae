#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

using namespace std::chrono_literals;

Clock::Time utc(std::string_view iso) { return time_from_iso(iso); }

TEST(ClockTest, writes_and_reads_times_as_stored)
{
    auto time = Clock::Time(Date::from_iso("2026-11-23")->sys_days()) + 6h + 4min + 44s + 123ms;
    EXPECT_EQ(iso_time(time), "2026-11-23T06:04:44.123Z");
    EXPECT_EQ(utc("2026-11-23T06:04:44.123Z"), time);
    for (auto text : {"1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2024-02-29T12:00:00.050Z"})
        EXPECT_EQ(iso_time(utc(text)), text);
}

TEST(ClockTest, shows_times_in_viet_nam)
{
    EXPECT_EQ(vietnamese_time(utc("2026-11-23T06:04:44.123Z")), "13:04 23/11/2026");
    EXPECT_EQ(vietnamese_time(utc("2026-12-31T16:59:59.999Z")), "23:59 31/12/2026");
    EXPECT_EQ(vietnamese_time(utc("2026-12-31T17:00:00.000Z")), "00:00 01/01/2027");
}

TEST(ClockTest, today_turns_at_midnight_in_viet_nam)
{
    auto today_at = [](std::string_view iso) { return Clock([=] { return utc(iso); }).today().iso(); };
    EXPECT_EQ(today_at("2026-11-23T16:59:59.999Z"), "2026-11-23");
    EXPECT_EQ(today_at("2026-11-23T17:00:00.000Z"), "2026-11-24");
}

TEST(ClockTest, the_machine_clock_goes_forward)
{
    Clock clock;
    auto before = std::chrono::system_clock::now() - 1s;
    auto now = clock.now();
    EXPECT_GT(now, before);
    EXPECT_LT(now, std::chrono::system_clock::now() + 1s);
    EXPECT_LE(now, clock.now());
}

TEST(ClockDeathTest, refuses_times_that_it_did_not_write)
{
    EXPECT_DEATH(time_from_iso("2026-11-23 06:04:44"), "");
    EXPECT_DEATH(time_from_iso("2026-11-23Txx:04:44.123Z"), "");
}

} // namespace

} // namespace phusa
