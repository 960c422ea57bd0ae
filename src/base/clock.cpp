#include "base/clock.hpp"

#include <fmt/format.h>

#include <cassert>

namespace phusa
{

namespace
{

// Viet Nam has kept one offset, without summer time, since 1975.
constexpr std::chrono::hours vietnam_offset{7};

struct TimeOfDay {
    Date date;
    std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

TimeOfDay split(Clock::Time time)
{
    auto day = std::chrono::floor<std::chrono::days>(time);
    return {.date = Date(day), .time = std::chrono::hh_mm_ss(time - day)};
}

int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (char c : text.substr(at, count)) {
        assert(c >= '0' && c <= '9');
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Clock::Clock() : source_([] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); })
{
}

Clock::Clock(std::function<Time()> source) : source_(std::move(source)) {}

Date Clock::today() const { return split(now() + vietnam_offset).date; }

std::string iso_time(Clock::Time time)
{
    auto [date, of_day] = split(time);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", date.iso(), of_day.hours().count(), of_day.minutes().count(),
                       of_day.seconds().count(), of_day.subseconds().count());
}

std::string vietnamese_time(Clock::Time time)
{
    auto [date, of_day] = split(time + vietnam_offset);
    return fmt::format("{:02}:{:02} {}", of_day.hours().count(), of_day.minutes().count(), date.vietnamese());
}

Clock::Time time_from_iso(std::string_view text)
{
    assert(text.size() == 24 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' &&
           text[23] == 'Z');
    auto date = Date::from_iso(text.substr(0, 10));
    assert(date);
    return Clock::Time(date->sys_days()) + std::chrono::hours(digits(text, 11, 2)) +
           std::chrono::minutes(digits(text, 14, 2)) + std::chrono::seconds(digits(text, 17, 2)) +
           std::chrono::milliseconds(digits(text, 20, 3));
}

} // namespace phusa
