#pragma once

#include "domain/data_check.hpp"
#include "storage/database.hpp"

#include <string>
#include <utility>
#include <vector>

namespace phusa::storage
{

// The register as the checks of its data look at it. Everything is sorted by the person.
struct CheckedRegister {
    struct Row {
        PersonId id;
        OrganisationId cell;
        std::string name;
        std::string identity;  // keyed hash, or empty
        CheckedPerson checked; // without admissions, events and cell_is_there
    };
    std::vector<Row> people;
    std::vector<std::pair<PersonId, CheckedAdmission>> admissions; // of one person by day
    std::vector<std::pair<PersonId, CheckedEvent>> events;         // of one person by day
};

CheckedRegister checked_register(Session& session);

} // namespace phusa::storage
