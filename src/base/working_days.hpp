#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Which days the offices of Viet Nam work: Monday to Friday outside the days off of `regulations/holidays`,
// plus the working Saturdays (once, in 2011, a Sunday) decided there. A day off that is not yet decided counts as a
// working day and is marked. Known for the years that the file covers; outside them only weekends are off.
class WorkingDays
{
public:
    struct Year {
        int year = 0;
        std::string source;     // the decision, with its number and date
        std::string confidence; // decided | law (no decision found, the law alone) | undecided
    };

    // Reads regulations/holidays.toml, whose head explains its form. The Problem names the line.
    static Result<WorkingDays> parse(std::string_view toml);

    bool is_working_day(Date day) const;
    bool is_undecided(Date day) const;
    // The name of the day off ("Tết Nguyên đán"), empty for none.
    std::string_view name_of(Date day) const;

    // N working days from `from`: the first working day after it is 1, and the day returned is still in time.
    // `count` must be positive.
    Date after(Date from, int count) const;
    // How many working days lie after `from` up to and including `to`; 0 when `to` <= `from`.
    int between(Date from, Date to) const;

    const std::vector<Year>& years() const { return years_; }

private:
    friend class HolidayReader;

    // A working day's place among all working days of the years that the file covers.
    std::ptrdiff_t rank_of(Date day) const;

    std::map<Date, std::string> off_;
    std::map<Date, std::string> undecided_;
    std::set<Date> worked_weekends_;
    std::vector<Year> years_; // ascending, without gaps

    // All working days of these years in order: a deadline is one search and one step, not a walk.
    std::vector<Date> working_days_;
    Date first_known_; // 1 January of the first year
    Date last_known_ = first_known_.plus_days(-1);
};

} // namespace phusa
