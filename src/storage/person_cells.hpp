#pragma once

#include "storage/database.hpp"
#include "storage/recorded.hpp"

#include <cstdint>
#include <vector>

namespace phusa::storage
{

// In which cell everybody is followed or lives party life, through time: one element of each column for each version of
// a person. Sorted by person, then by the first day of the version.
struct PersonCellColumns {
    std::vector<std::int64_t> person;
    std::vector<std::int64_t> cell;
    std::vector<std::int32_t> from; // Date::days_since_1900 of the version's first day

    std::size_t size() const { return person.size(); }
};
PersonCellColumns person_cell_columns(Session& session, AsRecorded as_recorded = {});

} // namespace phusa::storage
