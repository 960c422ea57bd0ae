#pragma once

#include "app/import/row_reader.hpp"
#include "app/import/units.hpp"
#include "domain/person.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>

namespace phusa
{

// What a row says of a person, as far as it says anything.
struct PersonRow {
    std::uint32_t number = 0;
    Person person;
    std::bitset<64> given; // by the index of person_fields()
    std::string identity;  // digits, or empty
    OrganisationId now;    // where to look for the person, where that is not person.cell
};

// Reads the columns that have the keys of person_fields(), the identity number and the unit. What is wrong is said to
// the reader.
PersonRow read_person(RowReader& row, UnitFinder& units, std::optional<OrganisationId> only_cell);

// The unit that a column names; nullopt after saying what is wrong, or where nothing stands and it is not required.
std::optional<OrganisationId> read_unit(RowReader& row, UnitFinder& units, std::string_view key);

// Only the fields that the row has.
void lay_over(const PersonRow& row, Person& target);

} // namespace phusa
