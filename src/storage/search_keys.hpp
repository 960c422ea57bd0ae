#pragma once

#include "domain/person.hpp"
#include "storage/keys.hpp"

#include <string>
#include <string_view>

namespace phusa::storage
{

// What a person is found and ordered by, reckoned from the names and the identity number alone: it needs no database,
// so an import reckons it while the rows before are written.
struct SearchKeys {
    std::string name;          // the full name, folded
    std::string names;         // folded_names()
    std::string order;         // name_order()
    std::string identity_hash; // of the identity number; empty where there is none
};

SearchKeys search_keys(const Person& person, std::string_view identity, const Keys& keys);

} // namespace phusa::storage
