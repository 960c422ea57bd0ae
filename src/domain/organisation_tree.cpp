#include "domain/organisation_tree.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>

namespace phusa
{

namespace
{

using Children = std::unordered_map<OrganisationId, std::vector<std::size_t>>;

// The order of all units, parents before children, siblings by code, with an explicit stack: input may be deep.
std::vector<std::size_t> in_pre_order(const std::vector<std::size_t>& tops, const std::vector<Organisation>& units,
                                      const Children& children)
{
    std::vector<std::size_t> order;
    order.reserve(units.size());
    std::vector<std::size_t> waiting(tops.rbegin(), tops.rend());
    while (!waiting.empty()) {
        auto unit = waiting.back();
        waiting.pop_back();
        order.push_back(unit);
        if (auto below = children.find(units[unit].id); below != children.end())
            waiting.insert(waiting.end(), below->second.rbegin(), below->second.rend());
    }
    return order;
}

} // namespace

OrganisationTree::OrganisationTree(std::vector<Organisation> alive)
{
    auto by_code = [](const Organisation& a, const Organisation& b) {
        return std::tie(a.code, a.id) < std::tie(b.code, b.id);
    };
    auto party = std::partition(alive.begin(), alive.end(), [](const Organisation& unit) {
        return !is_mass_organisation(unit.kind) && !is_school(unit.kind);
    });
    beside_.assign(std::make_move_iterator(party), std::make_move_iterator(alive.end()));
    alive.erase(party, alive.end());
    std::ranges::sort(alive, by_code);
    std::ranges::sort(beside_, by_code);

    std::unordered_map<OrganisationId, std::size_t> known;
    for (std::size_t i = 0; i < alive.size(); ++i)
        known.emplace(alive[i].id, i);
    Children children;
    std::vector<std::size_t> tops;
    for (std::size_t i = 0; i < alive.size(); ++i) {
        if (alive[i].parent && known.contains(*alive[i].parent))
            children[*alive[i].parent].push_back(i);
        else
            tops.push_back(i);
    }

    auto order = in_pre_order(tops, alive, children);
    assert(order.size() == alive.size() && "a unit is its own ancestor");
    units_.reserve(order.size());
    for (auto unit : order) {
        auto position = static_cast<Position>(units_.size());
        positions_.emplace(alive[unit].id, position);
        units_.push_back(std::move(alive[unit]));
        auto above = units_.back().parent ? find(*units_.back().parent) : std::nullopt;
        parents_.push_back(above.value_or(position));
        depths_.push_back(above ? static_cast<std::uint8_t>(depths_[*above] + 1) : 0);
        lasts_.push_back(position);
    }
    for (auto position = units_.size(); position-- > 0;)
        if (parents_[position] != position)
            lasts_[parents_[position]] = std::max(lasts_[parents_[position]], lasts_[position]);
}

std::optional<OrganisationTree::Position> OrganisationTree::find(OrganisationId id) const
{
    auto found = positions_.find(id);
    return found == positions_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<OrganisationTree::Position> OrganisationTree::find_code(std::string_view code) const
{
    for (Position position = 0; position < units_.size(); ++position)
        if (units_[position].code == code)
            return position;
    return std::nullopt;
}

std::optional<OrganisationTree::Position> OrganisationTree::parent(Position position) const
{
    return parents_[position] == position ? std::nullopt : std::optional(parents_[position]);
}

std::vector<OrganisationTree::Position> OrganisationTree::children(Position position) const
{
    std::vector<Position> found;
    for (auto child = position + 1; child <= lasts_[position]; child = lasts_[child] + 1)
        found.push_back(child);
    return found;
}

std::vector<OrganisationTree::Position> OrganisationTree::path(Position position) const
{
    std::vector<Position> up{position};
    while (auto above = parent(up.back()))
        up.push_back(*above);
    std::ranges::reverse(up);
    return up;
}

std::vector<OrganisationTree::Position> OrganisationTree::tops() const
{
    std::vector<Position> found;
    for (Position position = 0; position < units_.size(); position = lasts_[position] + 1)
        found.push_back(position);
    return found;
}

bool OrganisationTree::is_within(OrganisationId unit, OrganisationId ancestor) const
{
    auto inner = find(unit);
    auto outer = find(ancestor);
    return inner && outer && subtree(*outer).contains(*inner);
}

} // namespace phusa
