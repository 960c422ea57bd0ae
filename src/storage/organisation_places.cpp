#include "storage/organisation_places.hpp"

#include "base/text.hpp"
#include "storage/sql/bulk.hpp"
#include "storage/sql/connection.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace phusa::storage
{

namespace
{

struct Unit {
    OrganisationId id;
    OrganisationId above; // 0 for a root
    std::string code;
    std::string name;
    std::vector<std::size_t> below = {};
};

// The last version of every unit.
std::vector<Unit> latest_units(Session& session)
{
    std::vector<Unit> units;
    session.connection()
        .query("SELECT id, coalesce(parent_id, beside_id, 0), code, name FROM organisation_version "
               "WHERE replaced_in IS NULL ORDER BY id, valid_from")
        .each([&](OrganisationId id, OrganisationId above, std::string code, std::string name) {
            if (units.empty() || units.back().id != id)
                units.emplace_back();
            units.back() = {.id = id, .above = above, .code = std::move(code), .name = std::move(name)};
        });
    return units;
}

// Siblings by code, those without one by name.
void link(std::vector<Unit>& units, std::vector<std::size_t>& roots)
{
    std::ranges::sort(units, [](const Unit& a, const Unit& b) {
        return std::tuple(a.code.empty(), std::string_view(a.code), a.code.empty() ? text_sort_key(a.name) : "", a.id) <
               std::tuple(b.code.empty(), std::string_view(b.code), b.code.empty() ? text_sort_key(b.name) : "", b.id);
    });
    std::unordered_map<OrganisationId, std::size_t> index;
    for (std::size_t i = 0; i < units.size(); ++i)
        index.emplace(units[i].id, i);
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto above = index.find(units[i].above);
        (above == index.end() ? roots : units[above->second].below).push_back(i);
    }
}

void walk(const std::vector<Unit>& units, std::size_t at, int depth, std::vector<OrganisationPlace>& places)
{
    auto mine = places.size();
    places.push_back({.organisation = units[at].id, .first = static_cast<std::int64_t>(mine) + 1, .depth = depth});
    for (auto below : units[at].below)
        walk(units, below, depth + 1, places);
    places[mine].last = static_cast<std::int64_t>(places.size());
}

constexpr std::string_view place_columns = "SELECT organisation_id, first_place, last_place, depth FROM "
                                           "organisation_place ";

} // namespace

std::optional<OrganisationPlace> place_of(Session& session, OrganisationId id)
{
    std::optional<OrganisationPlace> found;
    session.connection()
        .query(std::string(place_columns) + "WHERE organisation_id = ?")
        .bind(id)
        .each([&](OrganisationId unit, std::int64_t first, std::int64_t last, int depth) {
            found = {.organisation = unit, .first = first, .last = last, .depth = depth};
        });
    return found;
}

std::vector<OrganisationPlace> organisation_places(Session& session)
{
    std::vector<OrganisationPlace> places;
    session.connection()
        .query(std::string(place_columns) + "ORDER BY first_place")
        .each([&](OrganisationId unit, std::int64_t first, std::int64_t last, int depth) {
            places.push_back({.organisation = unit, .first = first, .last = last, .depth = depth});
        });
    return places;
}

bool is_within(Session& session, OrganisationId inner, OrganisationId outer)
{
    auto inside = place_of(session, inner);
    auto around = place_of(session, outer);
    return inside && around && around->holds(*inside);
}

void rebuild_organisation_places(Transaction& transaction)
{
    auto units = latest_units(transaction);
    std::vector<std::size_t> roots;
    link(units, roots);
    std::vector<OrganisationPlace> places;
    places.reserve(units.size());
    for (auto root : roots)
        walk(units, root, 0, places);
    if (places.size() != units.size())
        throw std::logic_error("units form a circle of parents");
    auto& connection = transaction.connection();
    connection.query("DELETE FROM organisation_place").run();
    if (places.empty())
        return;
    Bulk bulk(connection, "organisation_place", {"organisation_id", "first_place", "last_place", "depth"});
    for (const auto& place : places)
        bulk.row(place.organisation, place.first, place.last, place.depth);
    bulk.finish();
}

} // namespace phusa::storage
