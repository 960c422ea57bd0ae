#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace phusa {

// Which days the offices of Viet Nam work: Monday to Friday outside the days off of `regulations/holidays`,
// plus the working Saturdays decided there. A day off that is not yet decided counts as a working day and is
// marked. Known for the years that the file covers; outside them only weekends are off.
class WorkingDays
{
public:
    struct Year {
        int year = 0;
        std::string source;      // the decision, with its number and date
        std::string confidence;  // as in reference tables: decided | law | undecided
    };

    // Reads regulations/holidays.toml. The Problem names the line.
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
    std::map<Date, std::string> off_;
    std::set<Date> undecided_;
    std::set<Date> working_saturdays_;
    std::vector<Year> years_;
};

} // namespace phusa
