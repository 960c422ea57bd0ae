#pragma once

#include "base/table.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <string>

namespace phusa::web::reports
{

// A number as a person reads it: 60.6, and 7 where it is whole.
boost::json::value number_json(double value);
boost::json::value cell_json(const Cell& value);
// [{"key","title","kind"}]
boost::json::array columns_json(const Table& table);
// One row, its cells by the keys of the columns.
boost::json::object row_json(const Table& table, std::size_t row);
// The text of the whole. boost::json would write 60.6 as 6.06E1: the same number, but not what a person reads.
std::string json_text(const boost::json::value& value);

} // namespace phusa::web::reports
