#include "storage/person_cells.hpp"

#include "storage/sql/recorded_sql.hpp"
#include "storage/sql/stream.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

PersonCellColumns person_cell_columns(Session& session, AsRecorded as_recorded)
{
    PersonCellColumns all;
    auto sql = fmt::format("SELECT id, cell_id, valid_from FROM person_version WHERE {} ORDER BY id, valid_from",
                           recorded_condition(as_recorded));
    constexpr std::size_t columns = 3;
    stream(session.connection(), sql, columns, [&](Row& row) {
        all.person.push_back(row.take<std::int64_t>());
        all.cell.push_back(row.take<std::int64_t>());
        all.from.push_back(row.take<Date>().days_since_1900());
    });
    return all;
}

} // namespace phusa::storage
