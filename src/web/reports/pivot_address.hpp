#pragma once

#include "app/pivot/pivot.hpp"
#include "app/pivot/trend.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"

#include <string>

// The addresses of the pivot and the trend, so that a link is the question:
//
//   dong, dong_2   the dimensions of the rows        cot   of the columns
//   so             what stands in the cells: a key of PivotMeasure
//   theo           what a trend follows              buoc  year, quarter or month
//   loc_DIMENSION  only these values of it, with commas; loc_indicator: all of these hold
//   don_vi, tu, den, ky, co_cau   as every report (asked.hpp)
//
// An empty value says nothing; an unknown key is an error that names it.
namespace phusa::web::reports
{

struct PivotAsked {
    PivotQuestion question;
    PivotMeasure measure = PivotMeasure::count;
};
Result<PivotAsked> read_pivot(const Fields& query);
// What the page asks for where nothing was said: occupation by year.
PivotQuestion usual_pivot();
// Fields of a Problem of pivot() are called as the page calls them.
PivotOptions pivot_names();

struct TrendAsked {
    TrendQuestion question;
    bool shows_shares = false;
};
Result<TrendAsked> read_trend(const Fields& query);

// The question again, for links to files and to be saved: unit and period only where they were asked for.
Fields fields_of(const PivotAsked& asked);
Fields fields_of(const TrendAsked& asked);

} // namespace phusa::web::reports
