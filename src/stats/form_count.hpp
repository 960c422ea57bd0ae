#pragma once

#include "stats/changes.hpp"
#include "stats/columns.hpp"
#include "stats/count.hpp"
#include "stats/form.hpp"

#include <optional>
#include <vector>

namespace phusa::stats
{

// What a form is counted in. What it does not count may be absent.
struct FormSources {
    const Columns* admissions = nullptr;
    const Columns* organisations = nullptr; // those that are there at the end of the days, each on that day
    const Changes* changes = nullptr;
};

// One value a row: people or units, for mean_age years; absent for headings and for a mean of nobody.
using FormValues = std::vector<std::optional<double>>;
FormValues count_form(const Form& form, const FormSources& sources, const Slice& slice);

// The fourth column of the forms, 4 = 2*100/3, with one decimal, rounded half up; absent where the third is 0 or
// absent.
std::optional<double> percent_of(std::optional<double> now, std::optional<double> before);

// What the left side of a check is more than the right; 0 where it holds.
double difference(const FormCheck& check, const FormValues& values);

// The same days one year earlier; a period that ends with a month ends with that month then, too.
Period year_before(const Period& period);

} // namespace phusa::stats
