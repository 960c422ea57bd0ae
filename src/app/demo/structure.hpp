#pragma once

#include "app/demo/demo_files.hpp"
#include "domain/organisation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa::demo
{

// A unit that has members, as the makers of people need to know it.
struct Cell {
    OrganisationId id;
    Setting setting = Setting::village;
    std::optional<std::size_t> district; // of 2020; absent for units of the province
    std::optional<std::size_t> commune;  // of 2020
    std::string workplace;               // "Trường THCS Đông Hoà"; empty for a village
    Date first;
    std::optional<Date> until;               // merged or dissolved
    std::optional<OrganisationId> successor; // where its people went then; absent: each found a cell at home
    std::string workplace_2025;              // where the reorganisation gave it another one
    std::optional<Date> silent_from;         // admits nobody from this day on
    std::uint32_t weight = 0;                // how readily it admits, against cells of its setting

    bool is_there(Date day) const { return first <= day && (!until || day < *until); }
};

// The organisations of the demo province through time, numbered from 1.
//
// Names come from public lists of 2020 and 2025, or are invented; the document of each unit's founding says which.
struct Structure {
    std::vector<Organisation> organisations; // every version
    std::vector<Succession> successions;
    std::vector<OrganisationFact> facts;
    std::vector<Cell> cells;
    OrganisationId root;
    std::int64_t units = 0; // the greatest number given

    const Cell& cell(OrganisationId id) const { return cells[cell_index[static_cast<std::size_t>(id.value)]]; }
    std::vector<std::size_t> cell_index = {}; // by the unit's number
};

// The day on which districts ended and Thái Bình became part of Hưng Yên.
Date reorganisation_day();

Structure make_structure(std::uint64_t seed, Date as_of);

} // namespace phusa::demo
