#include "storage/sql/recorded_sql.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

std::string recorded_condition(AsRecorded as_recorded)
{
    if (!as_recorded)
        return "replaced_in IS NULL";
    return fmt::format("recorded_in <= {0} AND (replaced_in IS NULL OR replaced_in > {0})", as_recorded->value);
}

} // namespace phusa::storage
