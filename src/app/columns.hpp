#pragma once

#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/organisation_tree.hpp"
#include "stats/columns.hpp"
#include "stats/count.hpp"
#include "stats/indicator.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace phusa
{

// All admissions as columns to count in, laid out by the organisation tree of one day.
//
// An admission lies where its cell stands in that tree; where the cell is not there, where its successor or
// predecessor stands, else where the unit above it stood. So every admission of the register is in every structure
// exactly once, and the total of the root does not depend on the day.
struct AdmissionCube {
    std::shared_ptr<const OrganisationTree> tree;
    stats::Columns columns;
    std::vector<std::int64_t> people; // PersonId of each row

    // A unit and everything below it; empty where the unit is not in this structure.
    stats::PositionRange range_of(OrganisationId unit) const;
};

// As of the last committed write. Cheap when nothing was written since; built anew otherwise.
std::shared_ptr<const AdmissionCube> admission_cube(App& app, Date structure);
// As the register stood when that audit row was its last, in a tree of that time. Built anew each time.
std::shared_ptr<const AdmissionCube> admission_cube_as_recorded(App& app, std::shared_ptr<const OrganisationTree> tree,
                                                                AuditNumber recorded);

// The dimensions of the cube: sex, ethnicity, religion, occupation, general_education, qualification, academic_title,
// youth_union_member, private_owner, population_policy, foreign_marriage, readmission. Values as in domain/codes.hpp.
const std::vector<stats::Dimension>& admission_dimensions();

// regulations/indicators/NAME.toml over these dimensions. A mistake in a file that travels with the program is a bug.
const stats::IndicatorFile& indicator_file(std::string_view name);

} // namespace phusa
