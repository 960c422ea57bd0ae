#include "storage/admissions.hpp"
#include "storage/sql/recorded_sql.hpp"
#include "storage/sql/stream.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

constexpr std::string_view read = "id, person_id, cell_id, counted_on, born, sex, ethnicity, religion, occupation, "
                                  "general_education, qualification, academic_title, youth_union_member, "
                                  "private_owner, population_policy, foreign_marriage, readmission";
constexpr std::size_t columns = 17;

} // namespace

AdmissionColumns admission_columns(Session& session, AsRecorded as_recorded)
{
    AdmissionColumns all;
    auto sql =
        fmt::format("SELECT {} FROM admission WHERE {} ORDER BY counted_on, id", read, recorded_condition(as_recorded));
    stream(session.connection(), sql, columns, [&](Row& row) {
        all.id.push_back(row.take<std::int64_t>());
        all.person.push_back(row.take<std::int64_t>());
        all.cell.push_back(row.take<std::int64_t>());
        all.counted_on.push_back(row.take<Date>().days_since_1900());
        auto born = row.take<PartialDate>().first();
        all.born_month.push_back(born.year() * 12 + born.month() - 1);
        for (auto* column : {&all.sex, &all.ethnicity, &all.religion, &all.occupation, &all.general_education,
                             &all.qualification, &all.academic_title, &all.youth_union_member, &all.private_owner,
                             &all.population_policy, &all.foreign_marriage, &all.readmission})
            column->push_back(row.take<std::uint8_t>());
    });
    return all;
}

} // namespace phusa::storage
