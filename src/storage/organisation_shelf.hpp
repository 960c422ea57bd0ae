#pragma once

#include "domain/organisation.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

template<>
struct Shelf<Organisation> {
    static constexpr std::string_view table = "organisation_version";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "organisation_version";

    template<typename O, typename Visit>
    static void fields(O& unit, Visit&& visit)
    {
        visit("id", unit.id);
        visit("kind", unit.kind);
        visit("sector", unit.sector);
        visit("code", unit.code);
        visit("name", unit.name);
        visit("parent_id", unit.parent);
        visit("beside_id", unit.beside);
        visit("valid_from", unit.valid.first);
        visit("valid_until", unit.valid.until);
    }
    template<typename Visit>
    static void derived(const Organisation&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(Organisation&, Visit&&)
    {
    }
};

} // namespace phusa::storage
