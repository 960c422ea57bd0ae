#pragma once

#include "base/result.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// A day of the Gregorian calendar, 1800-01-01 to 2199-12-31. Always a real day: 31 February cannot be made.
class Date
{
public:
    constexpr Date() = default; // 1970-01-01
    constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}

    // nullopt where there is no such day.
    static std::optional<Date> of(int year, int month, int day);
    // "2025-04-03" only.
    static std::optional<Date> from_iso(std::string_view text);

    int year() const;
    int month() const;
    int day() const;
    std::chrono::weekday weekday() const { return std::chrono::weekday(days_); }
    std::chrono::sys_days sys_days() const { return days_; }
    // Days since 1900-01-01: fits 16 bits until 2079 and is what the columns of stats/ hold.
    int days_since_1900() const;

    Date plus_days(int days) const { return Date(days_ + std::chrono::days(days)); }
    // By the day; a month-end lands on the last day of a shorter month (31/1 + 1 month = 28/2 or 29/2).
    Date plus_months(int months) const;

    std::string iso() const;        // 2025-04-03
    std::string vietnamese() const; // 03/04/2025

    friend constexpr auto operator<=>(Date, Date) = default;

private:
    std::chrono::sys_days days_{};
};

// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

// A date as old papers give it: a day, only a month, or only a year.
//
// Ordered by the first day it can mean, then the less exact first. Stored as "2025-04-03", "2025-04" or "2025".
class PartialDate
{
public:
    enum class Exactness : std::uint8_t { year, month, day };

    PartialDate() = default;
    explicit PartialDate(Date day) : first_(day), exactness_(Exactness::day) {}

    static std::optional<PartialDate> of_month(int year, int month);
    static std::optional<PartialDate> of_year(int year);
    // "2025-04-03", "2025-04", "2025".
    static std::optional<PartialDate> from_iso(std::string_view text);
    // What people type: dd/mm/yyyy, d/m/yyyy, mm/yyyy, yyyy, also with - or . between, or ISO.
    // The Problem says which part is wrong ("tháng 2/2023 chỉ có 28 ngày").
    static Result<PartialDate> from_vietnamese(std::string_view text);

    Exactness exactness() const { return exactness_; }
    Date first() const { return first_; } // the first day it can mean
    Date last() const;                    // the last day it can mean
    std::optional<Date> day() const;      // only where it is exact

    std::string iso() const;
    std::string vietnamese() const; // 03/04/2025, 04/2025, 2025

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

private:
    Date first_;
    Exactness exactness_ = Exactness::day;
};

// Age in calendar months, (Y2-Y1)*12 + (M2-M1), the day ignored (DESIGN §6, "Reading a case").
int age_in_months(PartialDate born, Date on);
// Age in whole years as forms count it: age_in_months / 12.
int age_in_years(PartialDate born, Date on);

// The last day of a span of months that starts on `from`; that day still counts.
inline Date end_of_months(Date from, int months) { return from.plus_months(months); }

// From `first` to `last`, both included. Always first <= last.
struct Period {
    Date first;
    Date last;

    bool contains(Date day) const { return first <= day && day <= last; }
    // "2026", "2026-H1", "2012-Q1", "2026-04", or "2007-01-01..2012-03-31".
    static Result<Period> parse(std::string_view text);
    static Period year(int year);
    // As an office writes it: "năm 2026", "6 tháng đầu năm 2026", "quý I năm 2012", "từ 01/01/2007 đến 31/3/2012".
    std::string vietnamese() const;

    friend auto operator<=>(const Period&, const Period&) = default;
};

} // namespace phusa
