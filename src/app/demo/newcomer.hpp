#pragma once

#include "app/demo/structure.hpp"
#include "app/demo/year_plan.hpp"
#include "domain/codes.hpp"

#include <cstdint>
#include <vector>

namespace phusa::demo
{

// One person on the day of admission: what the admission records and the person's life starts from.
struct Newcomer {
    std::uint32_t number = 0; // from 1 in the order of making, the same for every as-of day
    Date counted_on;
    Occupation occupation = Occupation::unknown;
    Sex sex = Sex::male;
    int age_months = 0; // on that day, by calendar months
    bool youth_union_member = false;
    GeneralEducation general_education = GeneralEducation::upper_secondary;
    Qualification qualification = Qualification::none;
    OrganisationId cell;
};

// Everybody admitted until the end of the year of `as_of`, in the order of the plans. Those of the article have every
// printed number at once; who is what is left to chance, in plausible company.
std::vector<Newcomer> make_newcomers(std::uint64_t seed, const Structure& structure, int last_year);

} // namespace phusa::demo
