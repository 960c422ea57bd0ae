#pragma once

#include "app/demo/random.hpp"
#include "app/demo/structure.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::demo
{

// Where a name comes from: stands in the document of the founding.
enum class NameSource : std::uint8_t { units_of_2020, units_of_2025, invented };

// Puts units and their versions together: gives numbers, codes and dates.
class StructureBuilder
{
public:
    StructureBuilder(std::uint64_t seed, Date as_of) : seed_(seed), as_of_(as_of) { last_version_.push_back(0); }

    Date as_of() const { return as_of_; }
    Random random(std::string_view stream, std::uint64_t number = 0) const { return {seed_, stream, number}; }

    // A Party organisation under `parent` (absent for the root); its code follows from the parent's.
    OrganisationId add(OrganisationKind kind, Sector sector, std::string name, std::optional<OrganisationId> parent,
                       Date first, NameSource source);
    // A mass organisation or school; `sign` ends its code.
    OrganisationId add_beside(OrganisationKind kind, std::string name, OrganisationId beside, std::string_view sign,
                              Date first, NameSource source);
    // From `day` on it stands under `parent` with a code of there, and has this name.
    void move(OrganisationId id, OrganisationId parent, std::string name, Date day);
    void rename(OrganisationId id, std::string name, std::string code, Date day);
    void end(OrganisationId id, Date day);
    void succeed(SuccessionKind kind, Date day, std::optional<OrganisationId> from, std::optional<OrganisationId> to,
                 std::string_view document);
    // Siblings are counted again from `first`: the next code under `parent` ends so.
    void count_from(OrganisationId parent, int first) { counters_[{parent.value, false}] = first - 1; }

    // The version that holds last.
    const Organisation& now(OrganisationId id) const { return structure_.organisations[version(id)]; }
    // Units alive at the end that stand under `parent`, in the order of their numbers.
    std::vector<OrganisationId> children(OrganisationId parent) const;

    Structure& structure() { return structure_; }
    // Of a unit with members, or of the first unit with members below it.
    Cell& cell_of(OrganisationId id);

private:
    std::size_t version(OrganisationId id) const { return last_version_[static_cast<std::size_t>(id.value)]; }
    Organisation& open_version(OrganisationId id, Date day);
    std::string next_code(OrganisationKind kind, OrganisationId parent);

    std::uint64_t seed_;
    Date as_of_;
    Structure structure_;
    std::vector<std::size_t> last_version_;                 // by the unit's number
    std::map<std::pair<std::int64_t, bool>, int> counters_; // parent, whether cells directly under a commune committee
};

Date day(int year, int month, int day_of_month);
// A cell that is not yet founded: what those of one unit have in common.
Cell cell_like(Setting setting, std::optional<std::size_t> district, std::optional<std::size_t> commune,
               std::string workplace);
// "Thành phố Thái Bình" for "thành phố" and "Thái Bình".
std::string full_name(const std::string& kind, const std::string& name);

void found_districts(StructureBuilder& builder);
void found_blocs(StructureBuilder& builder);
void found_mass_organisations(StructureBuilder& builder);
void merge_villages(StructureBuilder& builder);
void note_units_without_masses(StructureBuilder& builder);
void reorganise(StructureBuilder& builder);
void reorganise_mass_organisations(StructureBuilder& builder, const std::vector<OrganisationId>& communes);
// A unit named by a pattern, with its cells, and their place among the cells with members.
OrganisationId found_unit(StructureBuilder& builder, const UnitFile::Pattern& pattern, const std::string& name,
                          OrganisationId parent, Date first, const Cell& like);
// Registers a unit whose members meet.
void add_cell(StructureBuilder& builder, OrganisationId id, Cell like, Date first);

} // namespace phusa::demo
