#pragma once

#include "base/date.hpp"
#include "stats/form.hpp"

#include <string_view>
#include <vector>

namespace phusa
{

// The statistical forms of regulations/forms, by code, the newest version of each first. A mistake in a file that
// travels with the program is a bug.
const std::vector<stats::Form>& statistical_forms();
// The version in use on a day; where the day lies before the first one, that one. The code in any case ("2-btctw");
// nullptr where no form has it.
const stats::Form* form_in_use(std::string_view code, Date day);

// The dimensions of organisations in forms: kind (of a grassroots organisation), admitted (anybody in the days that are
// asked), no_masses_left (on the last of them).
const std::vector<stats::Dimension>& organisation_dimensions();
// Over which dimensions the conditions of forms are written.
stats::FormDimensions form_dimensions();

} // namespace phusa
