#pragma once

#include "app/demo/random.hpp"
#include "app/demo/structure.hpp"

#include <map>
#include <optional>
#include <vector>

namespace phusa::demo
{

// Which cells stand where: for homes, retirement and changes of work.
class Homes
{
public:
    explicit Homes(const Structure& structure);

    // The commune (of 2020) in which somebody of this cell lives: the cell's own, else one of its district or any.
    std::size_t commune_of(const Cell& cell, Random random) const;
    // A village cell of the commune that is there that day.
    OrganisationId village(std::size_t commune, Date day, Random& random) const;
    // Another cell of the same setting in the same district that is there that day; nullopt where none was found.
    std::optional<OrganisationId> like(const Cell& cell, Date day, Random& random) const;

private:
    const Structure& structure_;
    std::vector<std::vector<OrganisationId>> villages_;                            // by commune
    std::vector<std::vector<std::size_t>> communes_;                               // by district
    std::map<std::pair<Setting, std::size_t>, std::vector<OrganisationId>> alike_; // district, or their number
};

} // namespace phusa::demo
