#pragma once

#include "app/pivot/pivot.hpp"

#include <string>

namespace phusa::web::reports
{

// The pivot as DESIGN §6 fixes it for `phusa report pivot --json` and /api/v1/reports/pivot:
// {"org":{"code","name"},"period":{"from","to"},"structure","as_of","measure","filters","columns":[…],"rows":[…]}.
// A row is an object by the keys of the columns: titles of its values, then one number for each value of the columns
// and "total"; beside them "key", the keys of its values with a comma between two ("total" in the last row), and
// "people", by the same keys the address in the API of the people behind each number; null where there is none to ask
// for, and everywhere where the reader may not see people.
std::string pivot_json(const PivotTable& table, PivotMeasure measure, bool with_people);

} // namespace phusa::web::reports
