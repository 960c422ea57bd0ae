#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/story.hpp"
#include "base/result.hpp"
#include "base/table.hpp"
#include "stats/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Which form, of whom and of which days.
struct FormQuestion {
    std::string code; // "2-BTCTW"
    StoryQuestion of; // without a period: default_form_period
    // What the register said when that audit row was its last: a past report again, to the digit.
    std::optional<AuditNumber> recorded = {};
};

// One printed row with its numbers; absent in headings, and where there is nothing to take a mean or a percentage of.
struct FormLine {
    std::size_t row = 0; // of the form
    std::optional<double> now;
    std::optional<double> before;
    std::optional<double> percent;
};

// What was reckoned twice: "D = A + B − C".
struct FormRemark {
    std::string words;
    bool holds = true; // false only where the register contradicts itself
};

// One statistical form filled in.
struct FormSheet {
    const stats::Form* form = nullptr;
    Organisation unit;
    std::optional<Organisation> above; // the unit directly above
    Period period;                     // as asked
    Period before;                     // the days of the third column
    Date structure;
    Date as_of;
    bool is_unfinished = false; // the period ends after as_of: both columns end on that day of their year
    bool is_older_than_form = false;
    std::optional<AuditNumber> recorded = {}; // as asked
    AuditNumber written;                      // the last change of the register that is in it
    std::vector<FormLine> lines = {};
    std::vector<FormRemark> remarks = {};
};

// Needs the right to see reports at the unit. An unknown form or unit is not_found and says what to ask for; a period
// that has not begun is invalid.
Result<FormSheet> form_sheet(App& app, const Actor& actor, const FormQuestion& question);

// The last half year or year that is over.
Period default_form_period(Date as_of);

// A number of a line as a cell: whole, but years and percentages with their decimal.
Cell form_cell(const stats::FormRow& row, std::optional<double> value);
// The same figures as a Table: key, number, criterion, current, previous, percent.
Table form_table(const FormSheet& sheet);

} // namespace phusa
