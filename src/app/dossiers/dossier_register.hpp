#pragma once

#include "app/dossiers/judged_dossier.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace phusa
{

// All dossiers judged as of today, by name. The sealed fields of their acts are empty.
//
// What is held stays as it is; after a write a new one is made that shares every entry which the write did not touch.
struct DossierRegister {
    struct Entry {
        JudgedDossier judged;
        std::string sort_key; // of the name
        std::string folded_name;
    };

    std::vector<std::shared_ptr<const Entry>> entries;
    std::unordered_map<DossierId, std::size_t> places;
    const Rulebooks* books = nullptr; // by which they were judged

    const Entry* find(DossierId id) const
    {
        auto place = places.find(id);
        return place == places.end() ? nullptr : entries[place->second].get();
    }
};

// As of the last committed write. Only the dossiers of people whom a write was about are read and judged again; all of
// them when the day, the rulebooks or more than single people changed, and those of a cell whose kind changed.
std::shared_ptr<const DossierRegister> dossier_register(App& app);

// Everything read and judged: what dossier_register() has to equal at any time.
std::shared_ptr<const DossierRegister> whole_dossier_register(App& app);

} // namespace phusa
