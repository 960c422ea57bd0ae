#pragma once

#include "app/columns.hpp"
#include "app/glance.hpp"

namespace phusa
{

// Fills `breakdowns` and their total for glance.unit and glance.breakdown_period: occupation, age, sex, general
// education and qualification, by the rows of Biểu 2-BTCTW.
void add_breakdowns(Glance& glance, const AdmissionCube& cube);

} // namespace phusa
