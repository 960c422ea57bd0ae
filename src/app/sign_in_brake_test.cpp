#include "app/sign_in_brake.hpp"
#include "base/limits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace phusa
{
namespace
{

using namespace std::chrono_literals;

const auto start = time_from_iso("2026-11-23T03:00:00.000Z");

TEST(SignInWait, DoublesFromAMinuteUpToTheLimit)
{
    EXPECT_EQ(sign_in_wait(4, 5), 0min);
    EXPECT_EQ(sign_in_wait(5, 5), 1min);
    EXPECT_EQ(sign_in_wait(7, 5), 4min);
    EXPECT_EQ(sign_in_wait(9, 5), limit::sign_in_back_off_max);
    EXPECT_EQ(sign_in_wait(1'000'000, 5), limit::sign_in_back_off_max);
}

TEST(SignInBrake, CountsEachKeyAlone)
{
    SignInBrake brake;
    for (int n = 0; n < 3; ++n)
        brake.note_failure("one", 3, start);
    EXPECT_EQ(brake.blocked_until("one", start), start + 1min);
    EXPECT_FALSE(brake.blocked_until("one", start + 1min));
    EXPECT_FALSE(brake.blocked_until("other", start));
    brake.forget("one");
    EXPECT_FALSE(brake.blocked_until("one", start));
}

TEST(SignInBrake, AnHourWithoutFailuresStartsAnew)
{
    SignInBrake brake;
    brake.note_failure("one", 2, start);
    brake.note_failure("one", 2, start + 61min);
    EXPECT_FALSE(brake.blocked_until("one", start + 61min));
    brake.note_failure("one", 2, start + 62min);
    EXPECT_TRUE(brake.blocked_until("one", start + 62min));
}

TEST(SignInBrake, ManyMadeUpKeysDoNotGrowItForEver)
{
    SignInBrake brake;
    for (int n = 0; n < 50'000; ++n)
        brake.note_failure(std::to_string(n), 1, start);
    EXPECT_FALSE(brake.blocked_until("0", start));
    EXPECT_TRUE(brake.blocked_until("49999", start));
}

} // namespace
} // namespace phusa
