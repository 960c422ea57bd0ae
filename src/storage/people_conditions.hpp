#pragma once

#include "storage/people_list.hpp"
#include "storage/sql/where.hpp"

namespace phusa::storage
{

// What must hold of person_version v: everything of the filter but scope, words and admissions.
void add_person_conditions(Where& where, const PeopleFilter& filter);
// What must hold of admission a.
void add_admission_conditions(Where& where, const AdmissionFilter& filter);

} // namespace phusa::storage
