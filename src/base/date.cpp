#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace phusa
{

namespace
{

using std::chrono::year_month_day;

constexpr int year_min = 1800;
constexpr int year_max = 2199;
constexpr std::chrono::sys_days day_zero = std::chrono::year(1900) / 1 / 1;

year_month_day calendar(Date date) { return year_month_day(date.sys_days()); }

void append_digits(std::string& text, int value, int width)
{
    std::array<char, 10> digits{};
    for (int i = width - 1; i >= 0; --i, value /= 10)
        digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    text.append(digits.data(), static_cast<std::size_t>(width));
}

// All of `text` as an unsigned number; from_chars alone would take a sign.
std::optional<int> number(std::string_view text)
{
    int value = 0;
    if (text.empty() || text.size() > 4 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

std::optional<Date> Date::of(int year, int month, int day)
{
    if (year < year_min || year > year_max || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    auto date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                std::chrono::day(static_cast<unsigned>(day));
    if (!date.ok())
        return std::nullopt;
    return Date(std::chrono::sys_days(date));
}

std::optional<Date> Date::from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    auto year = number(text.substr(0, 4));
    auto month = number(text.substr(5, 2));
    auto day = number(text.substr(8, 2));
    return year && month && day ? of(*year, *month, *day) : std::nullopt;
}

int Date::year() const { return static_cast<int>(calendar(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).day())); }

int Date::days_since_1900() const { return static_cast<int>((days_ - day_zero).count()); }

Date Date::plus_months(int months) const
{
    auto moved = calendar(*this) + std::chrono::months(months);
    if (!moved.ok())
        moved = moved.year() / moved.month() / std::chrono::last;
    return Date(std::chrono::sys_days(moved));
}

std::string Date::iso() const
{
    auto date = calendar(*this);
    std::string text;
    append_digits(text, static_cast<int>(date.year()), 4);
    text += '-';
    append_digits(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    text += '-';
    append_digits(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    return text;
}

std::string Date::vietnamese() const
{
    auto date = calendar(*this);
    std::string text;
    append_digits(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    text += '/';
    append_digits(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    text += '/';
    append_digits(text, static_cast<int>(date.year()), 4);
    return text;
}

int days_between(Date from, Date to) { return static_cast<int>((to.sys_days() - from.sys_days()).count()); }

int age_in_months(PartialDate born, Date on)
{
    return (on.year() - born.first().year()) * 12 + (on.month() - born.first().month());
}

int age_in_years(PartialDate born, Date on) { return age_in_months(born, on) / 12; }

} // namespace phusa
