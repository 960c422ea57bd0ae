#pragma once

#include "app/demo/demo_files.hpp"
#include "base/date.hpp"
#include "domain/codes.hpp"

#include <array>
#include <vector>

namespace phusa::demo
{

// How many people of which kind are admitted in one span of days. No chance in it: it follows from the file alone.
struct YearPlan {
    static constexpr std::size_t occupation_rows = 15;

    Period days;
    int total = 0;
    std::array<int, occupation_rows> occupations{}; // by Occupation; they add up to total
    int women = 0;
    int youth_union = 0;
    int age_18_30 = 0;
    int age_41_up = 0; // the rest is 31 to 40
    int primary = 0;
    int lower_secondary = 0; // the rest is upper secondary
    int intermediate = 0;
    int college = 0;
    int university = 0;
    int postgraduate = 0; // the rest has none or an elementary one

    int of(Occupation occupation) const { return occupations[static_cast<std::size_t>(occupation)]; }
};

// The years 2007 to 2011 and the first quarter of 2012, with every number that the article prints.
std::vector<YearPlan> article_plans();
// From 1950 to the end of `last_year`, in the order of time; the article's are among them. Whole years: who wants fewer
// leaves out what lies after a day.
std::vector<YearPlan> all_plans(int last_year);

} // namespace phusa::demo
