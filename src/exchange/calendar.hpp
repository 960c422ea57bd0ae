#pragma once

#include "base/clock.hpp"

#include <string>
#include <vector>

namespace phusa
{

// Something that takes a whole day.
struct CalendarDay {
    std::string uid; // the same from one file to the next, so that calendars move the event and do not double it
    Date on = {};
    std::string summary = {};
    std::string description = {}; // may hold line feeds
    std::string url = {};
};

struct Calendar {
    std::string name; // as calendars show it
    std::vector<CalendarDay> days = {};
    Clock::Time made = {};
};

// An iCalendar file (RFC 5545) as libical writes it: escaped, folded, CRLF.
std::string calendar_file(const Calendar& calendar);

} // namespace phusa
