#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/people.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/organisation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// A number and the people behind it.
struct Figure {
    std::int64_t value = 0;
    PeopleQuestion people;
};

// What the first screen says of one unit, as of a day.
struct Glance {
    Organisation unit;
    Date as_of;
    std::int64_t members = 0;
    Figure probationary;
    Figure this_year;         // admissions from 1 January to as_of
    Figure last_year;         // the same span a year before
    Figure year_before_whole; // all of last year

    struct Point {
        std::string label; // "01/2025", "2025"
        Figure admissions;
    };
    std::vector<Point> months; // the last 24, the last one may be unfinished
    std::vector<Point> years;  // the last 10 and this one

    struct Part {
        std::string label;
        Figure admissions;
    };
    struct Breakdown {
        std::string key; // "occupation"
        std::string title;
        std::vector<Part> parts; // those with anybody, in the order of the form
    };
    Period breakdown_period; // this year, or the last twelve months while the year is young
    std::int64_t breakdown_total = 0;
    std::vector<Breakdown> breakdowns;

    struct Child {
        Organisation unit;
        Figure this_year;
        std::int64_t last_year = 0;
    };
    std::vector<Child> children;

    struct QuietCell {
        Organisation cell;
        std::optional<Date> last_admission;
        std::int64_t members = 0;
    };
    std::int64_t cells = 0;
    std::int64_t quiet_cells = 0;    // without an admission for quiet_years
    std::vector<QuietCell> quietest; // the longest first, at most a page
};

inline constexpr int quiet_years = 3;

// `unit` absent: where the asker's view begins. Needs the right to see reports there. Only figures: opening one into
// its people needs the right to see people as well.
Result<Glance> glance(App& app, const Actor& actor, std::optional<OrganisationId> unit, Date as_of);

} // namespace phusa
