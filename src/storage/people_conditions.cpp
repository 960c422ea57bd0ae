#include "storage/people_conditions.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

// Any of these numbers; they are ours or ids, so they stand in the SQL itself.
template<typename T>
void add_any(Where& where, std::string_view column, const std::vector<T>& values)
{
    if (values.empty())
        return;
    std::string numbers;
    for (auto value : values)
        fmt::format_to(std::back_inserter(numbers), "{}{}", numbers.empty() ? "" : ", ", Stored<T>::put(value));
    where.add(fmt::format("{} IN ({})", column, numbers));
}

void add_flag(Where& where, std::string_view column, std::optional<bool> wanted)
{
    if (wanted)
        where.add(fmt::format("{} = ?", column), *wanted);
}

// ISO text sorts as dates do, so a year is a range of texts.
std::string year(int number) { return fmt::format("{:04}", number); }

// Calendar months from the month of birth to the month of admission, January where only the year is known.
constexpr std::string_view age_months =
    "(CAST(substr(a.counted_on, 1, 4) AS INTEGER) - CAST(substr(a.born, 1, 4) AS INTEGER)) * 12 + "
    "CAST(substr(a.counted_on, 6, 2) AS INTEGER) - CAST(coalesce(nullif(substr(a.born, 6, 2), ''), '01') AS INTEGER)";

} // namespace

void add_person_conditions(Where& where, const PeopleFilter& filter)
{
    where.add("v.replaced_in IS NULL AND v.valid_until IS NULL");
    if (filter.cell)
        where.add("v.cell_id = ?", *filter.cell);
    add_any(where, "v.standing", filter.standings);
    if (filter.sex)
        where.add("v.sex = ?", *filter.sex);
    if (filter.occupation)
        where.add("v.occupation = ?", *filter.occupation);
    if (filter.born_from)
        where.add("v.born >= ?", year(*filter.born_from));
    if (filter.born_to)
        where.add("v.born < ?", year(*filter.born_to + 1));
    if (filter.admitted_in)
        where.add("EXISTS (SELECT 1 FROM person_admitted l WHERE l.person_id = v.id AND l.counted_on >= ? AND "
                  "l.counted_on < ?)",
                  year(*filter.admitted_in), year(*filter.admitted_in + 1));
}

void add_admission_conditions(Where& where, const AdmissionFilter& filter)
{
    where.add("a.replaced_in IS NULL");
    if (filter.counted_from)
        where.add("a.counted_on >= ?", *filter.counted_from);
    if (filter.counted_to)
        where.add("a.counted_on <= ?", *filter.counted_to);
    add_flag(where, "a.youth_union_member", filter.youth_union);
    add_flag(where, "a.private_owner", filter.private_owner);
    add_flag(where, "a.population_policy", filter.population_policy);
    add_flag(where, "a.foreign_marriage", filter.foreign_marriage);
    add_flag(where, "a.readmission", filter.readmission);
    add_any(where, "a.cell_id", filter.cells);
    add_any(where, "a.sex", filter.sexes);
    add_any(where, "a.occupation", filter.occupations);
    add_any(where, "a.general_education", filter.educations);
    add_any(where, "a.qualification", filter.qualifications);
    add_any(where, "a.academic_title", filter.titles);
    add_any(where, "a.ethnicity", filter.ethnicities);
    add_any(where, "a.religion", filter.religions);
    if (filter.age_from)
        where.add(fmt::format("{} >= ?", age_months), *filter.age_from * 12);
    if (filter.age_to)
        where.add(fmt::format("{} < ?", age_months), (*filter.age_to + 1) * 12);
}

} // namespace phusa::storage
