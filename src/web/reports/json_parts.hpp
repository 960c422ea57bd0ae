#pragma once

#include "base/table.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <string>

// What the JSON answers of reports are made of.
namespace phusa::web::reports
{

// boost::json would write 60.6 as 6.06E1: the same number, but not what a person reads.
std::string json_text(const boost::json::value& value);
// Whole numbers without a fraction.
boost::json::value json_number(double value);
boost::json::value json_cell(const Cell& value);
// [{"key","title","kind"}]
boost::json::array json_columns(const Table& table);

} // namespace phusa::web::reports
