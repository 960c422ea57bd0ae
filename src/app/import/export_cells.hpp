#pragma once

#include "app/import/import.hpp"
#include "base/table.hpp"
#include "domain/codes.hpp"
#include "domain/person.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// How facts stand in the cells of an export: as import reads them back. For app/import only.
namespace phusa
{

Cell cell_of(const std::string& text);
Cell cell_of(const std::optional<Date>& day);
Cell cell_of(const PartialDate& date);
Cell cell_of(const std::optional<PartialDate>& date);
Cell cell_of(bool flag);
Cell cell_of(const Code& code);

// What an export may tell, and of whom.
struct Reach {
    ExportWish wish;
    std::unordered_map<OrganisationId, std::string> codes; // of every unit that there ever was
    std::unordered_set<OrganisationId> units;              // within the asker's scope
};

std::string code_of(const Reach& reach, OrganisationId unit);
Cell identity_cell(storage::Session& session, const Reach& reach, const Person& person);

} // namespace phusa
