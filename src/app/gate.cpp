#include "app/gate.hpp"

#include "domain/party_unit.hpp"
#include "storage/organisations.hpp"

#include <algorithm>
#include <iterator>

namespace phusa
{

namespace
{

std::unexpected<Problem> unknown_unit()
{
    return problem(Problem::Kind::not_found, "Không có tổ chức này, hoặc tổ chức nằm ngoài phạm vi của bạn.");
}

std::unexpected<Problem> refused_here()
{
    return problem(Problem::Kind::refused,
                   "Vai trò của bạn không được làm việc này. Khi cần, hãy đề nghị người quản trị cấp quyền.");
}

const Organisation* beside_unit(const OrganisationTree& tree, OrganisationId id)
{
    auto found = std::ranges::find(tree.beside(), id, &Organisation::id);
    return found == tree.beside().end() ? nullptr : &*found;
}

// Joins ranges that touch or lie within each other.
std::vector<OrganisationTree::Range> disjoint(std::vector<OrganisationTree::Range> ranges)
{
    std::ranges::sort(ranges, {}, &OrganisationTree::Range::first);
    std::vector<OrganisationTree::Range> joined;
    for (auto range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    return joined;
}

} // namespace

Gate::Gate(App& app, const Actor& actor) : app_(app), actor_(actor), tree_(app.tree()) {}

Result<void> Gate::pass(Right right, OrganisationId unit) const
{
    auto place = place_of(unit);
    if (!place)
        return unknown_unit();
    if (actor_.is_program())
        return {};
    bool is_seen = false;
    for (const auto& grant : actor_.grants) {
        if (!covers(grant, *place))
            continue;
        if (gives(grant.role, right))
            return {};
        is_seen = true;
    }
    return is_seen ? Result<void>(refused_here()) : Result<void>(unknown_unit());
}

bool Gate::has(Right right) const
{
    auto today = app_.today();
    return actor_.is_program() || std::ranges::any_of(actor_.grants, [&](const RoleGrant& grant) {
               return grant.valid.covers(today) && gives(grant.role, right);
           });
}

Result<void> Gate::pass_anywhere(Right right) const
{
    if (has(right))
        return {};
    return refused_here();
}

std::vector<OrganisationTree::Range> Gate::ranges(Right right) const
{
    std::vector<OrganisationTree::Range> found;
    if (actor_.is_program()) {
        for (auto top : tree_->tops())
            found.push_back(tree_->subtree(top));
        return disjoint(std::move(found));
    }
    auto today = app_.today();
    for (const auto& grant : actor_.grants) {
        if (!grant.valid.covers(today) || !gives(grant.role, right))
            continue;
        if (auto position = tree_->find(unit_of(grant)))
            found.push_back(tree_->subtree(*position));
    }
    return disjoint(std::move(found));
}

std::optional<OrganisationId> Gate::home() const
{
    std::optional<OrganisationTree::Position> highest;
    for (auto range : ranges(Right::see_organisations))
        if (!highest || tree_->depth(range.first) < tree_->depth(*highest))
            highest = range.first;
    if (!highest)
        return std::nullopt;
    return tree_->at(*highest).id;
}

// A grant on a mass organisation or a school reaches as far as the Party organisation that it stands beside.
OrganisationId Gate::unit_of(const RoleGrant& grant) const
{
    const auto* beside = beside_unit(*tree_, grant.organisation);
    return beside ? party_unit_of(*beside) : grant.organisation;
}

std::optional<Gate::Place> Gate::place_of(OrganisationId unit) const
{
    if (tree_->find(unit))
        return Place{.tree = tree_, .unit = unit};
    if (const auto* beside = beside_unit(*tree_, unit))
        return Place{.tree = tree_, .unit = party_unit_of(*beside)};
    auto session = app_.database().read();
    auto latest = storage::latest_organisation(session, unit);
    if (!latest)
        return std::nullopt;
    // Dissolved: its last day. Not founded yet: its first.
    auto day = latest->valid.until ? latest->valid.until->plus_days(-1) : latest->valid.first;
    return Place{.tree = app_.tree_on(day), .unit = party_unit_of(*latest)};
}

bool Gate::covers(const RoleGrant& grant, const Place& place) const
{
    return grant.valid.covers(app_.today()) && place.tree->is_within(place.unit, unit_of(grant));
}

bool may(App& app, const Actor& actor, Right right, OrganisationId unit)
{
    return Gate(app, actor).pass(right, unit).has_value();
}

bool may_anywhere(App& app, const Actor& actor, Right right) { return Gate(app, actor).has(right); }

} // namespace phusa
