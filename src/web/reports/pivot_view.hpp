#pragma once

#include "app/saved_views.hpp"
#include "web/reports/pivot_address.hpp"
#include "web/site/site.hpp"

#include <string>
#include <string_view>

// The parts of the pages of pivot and trend.
namespace phusa::web::reports
{

inline constexpr std::string_view pivot_path = "/bao-cao/bang-cheo";
inline constexpr std::string_view trend_path = "/bao-cao/xu-huong";

// The forms, as sent where there is a Problem; else with what was answered.
View pivot_form(Site& site, const Request& request, const PivotAsked* asked, const PivotTable* table,
                const Problem* problem);
View trend_form(Site& site, const Request& request, const TrendAsked* asked, const Trend* trend,
                const Problem* problem);
// `opens`: whether the reader may see the people behind a number.
View pivot_view(const PivotTable& table, PivotMeasure measure, bool opens);
View trend_view(const Trend& trend, bool shows_shares, bool opens);
// layout/chart; without points where there is nothing to draw.
View pivot_chart(const PivotTable& table, PivotMeasure measure, bool opens);
View trend_chart(const Trend& trend, bool shows_shares, bool opens);

// Chips of what is counted only, each with the address without it.
void add_filter_chips(View& content, const std::vector<PivotFilter>& filters, const std::vector<std::string>& words,
                      std::string_view path, const Fields& fields);
// Links to the files, the form that saves the question, and the questions saved before.
void add_tools(View& content, Site& site, const Request& request, std::string_view path, const Fields& fields);

// "Từ năm 2007 đến quý I năm 2012. Theo cơ cấu tổ chức …, số liệu tính đến …"
std::string scope_lead(const Period& period, Date structure, Date as_of);
// What stands in a cell: "634", "9,5%", "27,4", "–" where there is nothing to reckon.
std::string pivot_text(const PivotTable& table, PivotMeasure measure, const PivotCell& cell, const PivotCell& row_total,
                       const PivotCell& column_total);
// The address behind a number, empty where it does not open.
std::string people_href(const PivotCell& cell, bool opens);

} // namespace phusa::web::reports
