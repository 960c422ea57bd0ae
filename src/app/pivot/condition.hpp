#pragma once

#include "app/people.hpp"
#include "stats/grouping.hpp"
#include "stats/indicator.hpp"

#include <bitset>
#include <map>
#include <optional>

namespace phusa
{

// What an admission must be to be counted in one cell, gathered from its row, its column and the filters: the way from
// a number back to its people.
struct PivotCondition {
    struct Unit {
        OrganisationId id;
        stats::PositionRange range; // in the structure of the table
    };

    std::map<std::size_t, std::bitset<256>> codes = {}; // by dimension of the cube
    std::optional<stats::AgeBand> age = {};
    std::optional<Period> days = {};
    std::optional<Unit> unit = {};
    bool is_askable = true; // false where no list of people can be asked for it

    // Both must hold.
    void narrow(const PivotCondition& other);
};

PivotCondition condition_of(const stats::Indicator& indicator);

// Who these are; `within` asks for the unit, the days and the structure of the whole table. Absent where a list of
// people cannot be asked for it.
std::optional<PeopleQuestion> people_behind(const PivotCondition& condition, PeopleQuestion within);

} // namespace phusa
