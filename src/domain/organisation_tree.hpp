#pragma once

#include "domain/organisation.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace phusa
{

// The Party organisations of one day as a tree in pre-order, siblings by code: a subtree is one range of positions.
//
// Mass organisations and schools are not in it; they hang beside or under units and are listed by `beside`. A unit
// whose parent is not there that day stands at the top. Immutable: built once, shared between threads.
class OrganisationTree
{
public:
    using Position = std::uint32_t;
    // Positions first..last, both included.
    struct Range {
        Position first = 0;
        Position last = 0;
        bool contains(Position position) const { return first <= position && position <= last; }
        friend bool operator==(const Range&, const Range&) = default;
    };

    OrganisationTree() = default;
    explicit OrganisationTree(std::vector<Organisation> alive);

    std::size_t size() const { return units_.size(); }
    const Organisation& at(Position position) const { return units_[position]; }
    int depth(Position position) const { return depths_[position]; }
    std::optional<Position> find(OrganisationId id) const;
    std::optional<Position> find_code(std::string_view code) const;
    // The whole subtree of a unit, itself included.
    Range subtree(Position position) const { return {position, lasts_[position]}; }
    std::optional<Position> parent(Position position) const;
    std::vector<Position> children(Position position) const;
    // From the top down to the unit itself.
    std::vector<Position> path(Position position) const;
    // Units without a parent; the first is the root of the register.
    std::vector<Position> tops() const;
    // Mass organisations and schools that stand beside a unit, by code.
    const std::vector<Organisation>& beside() const { return beside_; }

    bool is_within(OrganisationId unit, OrganisationId ancestor) const;

private:
    std::vector<Organisation> units_;
    std::vector<Position> lasts_;
    std::vector<Position> parents_; // own position for a top
    std::vector<std::uint8_t> depths_;
    std::unordered_map<OrganisationId, Position> positions_;
    std::vector<Organisation> beside_;
};

} // namespace phusa
