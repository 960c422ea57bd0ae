#pragma once

#include "base/date.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace phusa
{

// The one place where time is asked for, so that tests and `--as-of` can say what day it is.
//
// Pure rooms take dates as arguments and never see a Clock.
class Clock
{
public:
    using Time = std::chrono::sys_time<std::chrono::milliseconds>;

    Clock();                                      // the machine's
    explicit Clock(std::function<Time()> source); // a test's

    Time now() const { return source_(); }
    // The day in Asia/Ho_Chi_Minh, which is UTC+7 all year.
    Date today() const;

private:
    std::function<Time()> source_;
};

std::string iso_time(Clock::Time time);           // 2026-11-23T06:04:44.123Z, as stored
std::string vietnamese_time(Clock::Time time);    // 13:04 23/11/2026, in Asia/Ho_Chi_Minh
Clock::Time time_from_iso(std::string_view text); // asserts that it was written by iso_time

} // namespace phusa
