#pragma once

#include "app/story.hpp"
#include "web/site/site.hpp"

#include <string>
#include <vector>

namespace phusa::web::reports
{

// What reports there are.
Result<Response> index(Site& site, const Request& request);
// The story of `don_vi` from `tu` to `den`, or of the period `ky`, by the structure of `co_cau`.
Result<Response> show_story(Site& site, const Request& request);
// Its numbers as a table: for CSV, XLSX and JSON.
Result<TableStream> story_figures(Site& site, const Request& request);
// /api/v1/reports/story
Result<Response> answer_story(Site& site, const Request& request);

// Checking the figures of a written report: the form, its answer, and POST /api/v1/figures/check.
Result<Response> ask_figures(Site& site, const Request& request);
Result<Response> check_figures(Site& site, const Request& request);
Result<Response> answer_figures(Site& site, const Request& request);

// Admissions by one dimension against another, and through the years: page, files and API.
Result<Response> show_pivot(Site& site, const Request& request);
Result<TableStream> pivot_rows(Site& site, const Request& request);
Result<Response> answer_pivot(Site& site, const Request& request);
Result<Response> show_trend(Site& site, const Request& request);
Result<TableStream> trend_rows(Site& site, const Request& request);
void add_pivot_routes(Site& site);

// A period that reports are often made for, and its address.
struct UsualPeriod {
    std::string label; // "6 tháng đầu năm 2026"
    std::string text;  // as Period::parse reads it
};
std::vector<UsualPeriod> usual_periods(App& app, Date today);

// The parts of the page. `opens`: whether the reader may see the people behind a number.
View paragraph_view(const Story& story, bool opens);
View tables_view(const Story& story, bool opens); // list of {tables}
View charts_view(const Story& story, bool opens);
// The form, as it was sent where there is a Problem; else with the unit and period of the story.
View story_form(Site& site, const Request& request, const Story* story, const Problem* problem);
// The query that asks for exactly this story again.
std::string query_of(const Story& story);

} // namespace phusa::web::reports
