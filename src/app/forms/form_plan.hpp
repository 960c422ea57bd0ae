#pragma once

#include "app/columns.hpp"
#include "app/forms/form_sheet.hpp"
#include "app/forms/membership_cube.hpp"
#include "stats/form_count.hpp"

#include <memory>
#include <vector>

namespace phusa
{

// A question about a form, with its gate passed and everything found that it is counted in.
struct FormPlan {
    const stats::Form* form = nullptr;
    std::shared_ptr<const OrganisationTree> tree; // by which it is counted
    Organisation unit;                            // as it stands there
    stats::PositionRange places;
    Date structure;
    Date as_of;
    Period period;
    std::optional<AuditNumber> recorded = {};

    // The days of a column, up to as_of.
    Period now() const { return {period.first, std::min(period.last, as_of)}; }
    Period before() const;
    bool is_below_division() const; // below the units that are directly under the root
};
Result<FormPlan> plan_form(App& app, const Actor& actor, const FormQuestion& question);

// The organisations that a form counts, of the places of a plan on the last of the days.
struct GrassrootsColumns {
    stats::Columns columns;
    std::vector<Organisation> units; // of each row
};

// What one column of the form is counted in; what it does not count is absent.
struct FormCubes {
    std::shared_ptr<const AdmissionCube> admissions;
    std::shared_ptr<const MembershipCube> members;
    std::optional<GrassrootsColumns> grassroots;

    stats::FormSources sources() const;
};
FormCubes cubes_for(App& app, const FormPlan& plan, const Period& days);

} // namespace phusa
