#pragma once

#include "app/papers/paper_book.hpp"
#include "domain/organisation_tree.hpp"

#include <optional>
#include <string>

namespace phusa
{

// The names of the bodies of a dossier on the day of the paper; empty where there is none.
struct PaperBodies {
    std::string cell;
    std::string above_cell; // the organisation that it belongs to
    std::string section;    // đảng bộ bộ phận
    std::string grassroots;
    std::string above_grassroots;
    std::string deciding;
    std::string above_deciding;
    std::string youth_union;
    std::string above_youth_union; // the next one up
    std::string trade_union;
    std::string above_trade_union;
    std::string school;
    std::string place; // of the body that issues
    bool is_grassroots_cell = false;
    bool decides_itself = false; // the grassroots committee is the one that decides
    Organisation issuer;         // whose number it bears; id 0 where nobody's
};

PaperBodies paper_bodies(const OrganisationTree& tree, OrganisationId cell, std::optional<IssuingUnit> issuing);
// The đảng bộ bộ phận right above a cell, if any.
const Organisation* section_above(const OrganisationTree& tree, OrganisationId cell);

} // namespace phusa
